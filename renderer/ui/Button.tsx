import { Hourglass } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import css from './Button.module.css';
import { cx } from './cx.ts';
import { useLate } from './useLate.ts';

export interface ButtonLook {
  /** main: the one next step of a region. go: the same in a row. strip, stripEdge: on the dark strip. */
  kind?: 'main' | 'go' | 'ordinary' | 'quiet' | 'strip' | 'stripEdge';
  small?: boolean;
  /** As tall as the main action beside it. */
  tall?: boolean;
  /** Holds an icon alone; give it a `label`. */
  icon?: boolean;
}

/** The class names of a button, for links that look like one. */
export function buttonClass({ kind = 'ordinary', small, tall, icon }: ButtonLook = {}, extra?: string): string {
  return cx(
    css.button,
    kind === 'main' && css.main,
    kind === 'go' && css.go,
    kind === 'quiet' && css.quiet,
    (kind === 'strip' || kind === 'stripEdge') && css.strip,
    kind === 'stripEdge' && css.edge,
    small && css.small,
    tall && css.tall,
    icon && css.icon,
    extra,
  );
}

export interface ButtonProps extends ButtonLook {
  children: ReactNode;
  onPress?: () => void;
  /** Words for a button that shows only an icon. */
  label?: string;
  /** Can't be used now, yet can be focused, so that `describedBy` can say why. */
  unavailable?: boolean;
  /** Works on it; presses are ignored until it is done. */
  pending?: boolean;
  describedBy?: string;
  /** Whether what it folds is open; with `controls`, the id of that. */
  expanded?: boolean;
  controls?: string;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  /** A slot of a react-aria component, such as `close` in a dialog. */
  slot?: string;
  id?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. While it works it shows so and keeps its label; screen readers are told. */
export function Button(props: ButtonProps) {
  const { children, onPress, label, unavailable, pending, describedBy, expanded, controls, type, autoFocus, slot, id, className, ref } =
    props;
  const working = useLate(pending ?? false);
  return (
    <AriaButton
      className={buttonClass(props, className)}
      onPress={() => {
        if (!unavailable) onPress?.();
      }}
      type={unavailable ? 'button' : (type ?? 'button')}
      {...(unavailable ? { 'aria-disabled': true } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pending ? { isPending: true } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(expanded && controls ? { 'aria-controls': controls } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      {...(autoFocus ? { autoFocus: true } : {})}
      {...(slot ? { slot } : {})}
      {...(id ? { id } : {})}
      {...(ref ? { ref } : {})}
    >
      {working ? <Hourglass /> : null}
      {children}
    </AriaButton>
  );
}
