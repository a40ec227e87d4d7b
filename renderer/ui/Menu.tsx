import { cloneElement, type ReactElement, type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { CommandKey } from '../commands/CommandKey.tsx';
import type { CommandId } from '../commands/table.ts';
import css from './Select.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  /** The language of the label where it isn't the window's. */
  lang?: string;
  icon?: ReactNode;
  /** The command that it runs, where there is one: its key is shown. */
  command?: CommandId;
  run: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<{ ref?: Ref<HTMLButtonElement> }>;
  label: string;
  entries: readonly MenuEntry[];
}

/** A button with a menu of actions. What is chosen runs once the menu is gone and the button has the focus again. */
export function Menu({ trigger, label, entries }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<() => void>(undefined);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const run = chosen.current;
    if (open || !run) return;
    chosen.current = undefined;
    // A dialog that opens now finds it here, and gives it back here.
    button.current?.focus();
    // Out of React's own work: what runs may have to empty the page at once.
    queueMicrotask(run);
  }, [open]);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      {cloneElement(trigger, { ref: button })}
      <Popover className={css.popover ?? ''} placement="bottom end">
        <AriaMenu className={css.list ?? ''} aria-label={label} items={entries}>
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              className={css.item ?? ''}
              onAction={() => {
                chosen.current = entry.run;
              }}
            >
              {entry.icon}
              <span lang={entry.lang}>{entry.label}</span>
              {entry.command ? <CommandKey id={entry.command} /> : null}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
