import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFoot } from '../ui/Dialog.tsx';
import css from './TheirsOrYours.module.css';

/** Something that two people saved differently, in words. */
export interface Differing {
  what: string;
  theirs: string;
  yours: string;
}

export interface TheirsOrYoursProps {
  differ: readonly Differing[];
  /** What becomes of everything else. */
  rest?: string;
  onTheirs: () => void;
  onYours: () => void;
  pending?: boolean;
  /** Where this comes over what was typed, the choice gets the focus. */
  autoFocus?: boolean;
}

/** Two people changed the same: both as they stand, side by side, and the choice between them. */
export function TheirsOrYours({ differ, rest, onTheirs, onYours, pending, autoFocus }: TheirsOrYoursProps) {
  const t = useText();
  return (
    <>
      <table className={css.both}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {differ.map(({ what, theirs, yours }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{theirs}</td>
              <td>{yours}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest ? <p>{rest}</p> : null}
      <DialogFoot>
        <Button onPress={onTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button kind="main" onPress={onYours} pending={pending ?? false} autoFocus={autoFocus ?? false}>
          {t('conflict.keepMine')}
        </Button>
      </DialogFoot>
    </>
  );
}
