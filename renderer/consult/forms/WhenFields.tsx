import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useConflictAt } from '../answers/fields.tsx';
import { Mends } from '../answers/Mends.tsx';
import css from './forms.module.css';

export interface WhenFieldsProps {
  /** The row, as conflicts name it. */
  name: string;
  when: { date?: string | undefined; time?: string | undefined };
  /** The blank row: it needs no day yet. */
  isNew: boolean;
  /** Only the first row shows the labels. */
  labelHidden: boolean;
  onChange: (part: { date?: string | null; time?: string | null }) => void;
}

/** The day and the time of a planned row, and what mends a day that can't be. */
export function WhenFields({ name, when, isNew, labelHidden, onChange }: WhenFieldsProps) {
  const t = useText();
  const { today } = useConsult();
  const conflict = useConflictAt(name);
  return (
    <>
      <DateField
        label={t('monitoring.date')}
        labelHidden={labelHidden}
        value={when.date ?? null}
        onChange={(date) => onChange({ date })}
        error={when.date === undefined && !isNew ? t('monitoring.needsDate') : conflict}
        min={today}
      />
      <TimeField label={t('monitoring.time')} labelHidden={labelHidden} value={when.time ?? null} onChange={(time) => onChange({ time })} />
      <div className={css.rowMore}>
        <Mends at={name} />
      </div>
    </>
  );
}
