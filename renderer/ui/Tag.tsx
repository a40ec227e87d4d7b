import { cx } from './cx.ts';
import css from './Status.module.css';
import { type StatusProps, statusTone } from './Status.tsx';
import { StatusIcon } from './StatusIcon.tsx';

/** A state in a frame, for lists and heads. */
export function Tag({ kind, children }: Omit<StatusProps, 'large'>) {
  return (
    <span className={cx(css.status, css.tag, statusTone(kind))}>
      <StatusIcon kind={kind} />
      {children}
    </span>
  );
}
