import type { PrintSettings } from '#core/contract/printing.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { TheirsOrYours } from '../TheirsOrYours.tsx';
import { linesOf } from './draft.ts';

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
      <TheirsOrYours
        differ={differ.map((line) => ({
          what: line,
          theirs: saved.get(line) ?? t('printSet.asItCan'),
          yours: yours.get(line) ?? t('printSet.asItCan'),
        }))}
        onTheirs={onTheirs}
        onYours={onMine}
      />
    </Banner>
  );
}
