import type { ReactElement, ReactNode } from 'react';
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
  trigger: ReactElement;
  label: string;
  entries: readonly MenuEntry[];
}

/** A button with a menu of actions. */
export function Menu({ trigger, label, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover ?? ''} placement="bottom end">
        <AriaMenu className={css.list ?? ''} aria-label={label} items={entries}>
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.label} className={css.item ?? ''} onAction={entry.run}>
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
