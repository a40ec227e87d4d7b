import { useText } from '../text/useText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import css from './Palette.module.css';
import { closePalette, usePaletteState } from './paletteState.ts';
import { useAllCommands } from './useAllCommands.ts';

/** All keys that work here and now. */
export function KeySheet() {
  const t = useText();
  const open = usePaletteState() === 'keys';
  const commands = useAllCommands();
  return (
    <Dialog title={t('keys.title')} open={open} onClose={closePalette} wide>
      <dl className={css.keys}>
        {commands
          .filter(({ shortcut }) => shortcut)
          .map(({ id, title, shortcut }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{shortcut ? <Kbd keys={shortcut} /> : null}</dd>
            </div>
          ))}
        <div>
          <dt>{t('keys.next')}</dt>
          <dd>
            <Kbd keys="Tab" />
          </dd>
        </div>
        <div>
          <dt>{t('keys.back')}</dt>
          <dd>
            <Kbd keys="Escape" />
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
