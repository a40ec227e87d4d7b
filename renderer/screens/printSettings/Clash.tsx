import type { PrintSettings } from '#core/contract/printing.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { linesOf } from './draft.ts';
import css from './PrintSettings.module.css';

export interface ClashProps {
  mine: PrintSettings;
  theirs: PrintSettings;
  nameOf: (id: string) => string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people changed the settings: both as they stand, and the choice between them. */
export function Clash({ mine, theirs, nameOf, onMine, onTheirs }: ClashProps) {
  const t = useText();
  const [yours, saved] = [linesOf(mine, nameOf), linesOf(theirs, nameOf)];
  const differ = [...new Set([...saved.keys(), ...yours.keys()])].filter((line) => yours.get(line) !== saved.get(line));
  return (
    <Banner kind="warn" alert>
      <p>{t('settings.changedElsewhere')}</p>
      <table className={css.both}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {differ.map((line) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{saved.get(line) ?? t('printSet.asItCan')}</td>
              <td>{yours.get(line) ?? t('printSet.asItCan')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.acts}>
        <Button onPress={onTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button kind="main" onPress={onMine}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </Banner>
  );
}
