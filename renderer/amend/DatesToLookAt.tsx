import type { DateToLookAt } from '#core/domain/transferMove.ts';
import { useText } from '../text/useText.ts';
import { DateField } from '../ui/DateField.tsx';
import css from './amend.module.css';
import type { Move } from './useTransferMove.ts';

export interface DatesToLookAtProps {
  move: Move;
  /** Name of a test of the pack. */
  testName: (test: string) => string;
}

/** The dates that don't move with the transfer, each in a field of its own: tests and visits are the doctor's to move. */
export function DatesToLookAt({ move, testName }: DatesToLookAtProps) {
  const t = useText();
  const name = ({ kind, test, name: typed }: DateToLookAt): string => {
    if (kind === 'next') return t('transfer.kind.next', { name: move.nextStep });
    if (kind === 'test') return t('transfer.kind.test', { name: typed ?? testName(test ?? '') });
    if (kind === 'visit') return t('transfer.kind.visit', { name: typed ?? '' });
    return t(`transfer.kind.${kind}`);
  };
  const hint = ({ outside, past }: DateToLookAt) => (past ? t('transfer.past') : outside ? t('transfer.outside') : undefined);
  if (move.toLookAt.length === 0) return null;
  return (
    <section aria-labelledby="look-at-dates" className={css.look}>
      <h3 id="look-at-dates">{t('transfer.look')}</h3>
      <p className="muted">{t('transfer.lookText')}</p>
      <div className={css.dates}>
        {move.toLookAt.map((each) => (
          <DateField
            key={each.id}
            label={name(each)}
            value={move.dateOf(each)}
            onChange={(date) => move.setDate(each.id, date)}
            hint={hint(each)}
            error={move.problemOfDate(each.id)}
          />
        ))}
      </div>
    </section>
  );
}
