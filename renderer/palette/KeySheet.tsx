import type { ReactNode } from 'react';
import type { RegisteredCommand } from '../commands/registry.ts';
import { type CommandGroup, commandGroups } from '../commands/table.ts';
import { useText } from '../text/useText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import css from './Palette.module.css';
import { closePalette, usePaletteState } from './paletteState.ts';
import { useAllCommands } from './useAllCommands.ts';

function Key({ title, keys }: { title: string; keys: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </div>
  );
}

function Group({ group, commands, children }: { group: CommandGroup; commands: readonly RegisteredCommand[]; children?: ReactNode }) {
  const t = useText();
  const keyed = commands.filter((command) => command.group === group && command.shortcut);
  if (keyed.length === 0) return null;
  return (
    <section aria-labelledby={`keys-${group}`}>
      <h3 id={`keys-${group}`}>{t(`command.group.${group}`)}</h3>
      <dl className={css.keys}>
        {keyed.map(({ id, title, shortcut }) => (
          <Key key={id} title={title} keys={shortcut ?? ''} />
        ))}
        {children}
      </dl>
    </section>
  );
}

/** All keys that work here and now, by what they belong to. */
export function KeySheet() {
  const t = useText();
  const open = usePaletteState() === 'keys';
  const commands = useAllCommands();
  return (
    <Dialog title={t('keys.title')} open={open} onClose={closePalette} wide>
      {commandGroups.map((group) => (
        <Group key={group} group={group} commands={commands}>
          {group === 'program' ? (
            <>
              <Key title={t('keys.next')} keys="Tab" />
              <Key title={t('keys.back')} keys="Escape" />
            </>
          ) : null}
        </Group>
      ))}
    </Dialog>
  );
}
