import { Kbd } from '../ui/Kbd.tsx';
import { type CommandId, shortcutOf } from './table.ts';

/** The key of a command as the table has it; nothing where it has none. */
export function CommandKey({ id }: { id: CommandId }) {
  const shortcut = shortcutOf(id);
  return shortcut ? <Kbd keys={shortcut} /> : null;
}
