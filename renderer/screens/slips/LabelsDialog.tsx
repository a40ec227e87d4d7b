import { useState } from 'react';
import { labelOrderSchema } from '#core/contract/slips.ts';
import { LABEL_SHEET_IDS, LABEL_SHEETS, type LabelSheetId } from '#core/domain/deskPaper.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { PaperForm } from './PaperForm.tsx';
import css from './Slips.module.css';
import { usePaperActs } from './usePaperActs.ts';

const MOST = 48;

/** The sheet in small: which labels are used already, and which will be printed. Said in words by the fields. */
function SheetPicture({ sheet, start, count }: { sheet: LabelSheetId; start: number; count: number }) {
  const { columns, rows } = LABEL_SHEETS[sheet];
  return (
    <div className={css.sheet} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }} aria-hidden="true">
      {Array.from({ length: columns * rows }, (_, at) => at + 1).map((place) => (
        <span key={place} {...(place >= start && place < start + count ? { 'data-on': true } : {})}>
          {place}
        </span>
      ))}
    </div>
  );
}

/** Labels for her folder: on which sheet, from which label on, how many. */
export function LabelsDialog({ patientId }: { patientId: string }) {
  const t = useText();
  const acts = usePaperActs(patientId);
  const language = useWindowLanguage();
  const [sheet, setSheet] = useState<LabelSheetId>('3x8');
  const [start, setStart] = useState<number | null>(1);
  const [count, setCount] = useState<number | null>(1);
  const { columns, rows } = LABEL_SHEETS[sheet];
  const whole = columns * rows;
  const order = labelOrderSchema.safeParse({ kind: 'labels', language, sheet, start, count });
  const change = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      acts.forget();
      set(value);
    };
  };
  return (
    <PaperForm paper={order.data ?? null} acts={acts}>
      <p className="muted">{t('slips.labelsText')}</p>
      <div className={css.labels}>
        <div className={css.form}>
          <Select
            label={t('slips.sheet')}
            value={sheet}
            onChange={change(setSheet)}
            choices={LABEL_SHEET_IDS.map((id) => {
              const { width, height } = LABEL_SHEETS[id];
              return {
                value: id,
                label: t('slips.sheetOf', { width, height, count: LABEL_SHEETS[id].columns * LABEL_SHEETS[id].rows }),
              };
            })}
          />
          <NumberField
            label={t('slips.start')}
            hint={t('slips.startHint')}
            value={start}
            onChange={change(setStart)}
            min={1}
            max={whole}
            steps
            error={start === null || start > whole ? t('slips.startWrong', { most: whole }) : undefined}
          />
          <NumberField
            label={t('slips.count')}
            value={count}
            onChange={change(setCount)}
            min={1}
            max={MOST}
            steps
            error={count === null ? t('slips.countWrong', { most: MOST }) : undefined}
          />
        </div>
        <SheetPicture sheet={sheet} start={start ?? 1} count={count ?? 0} />
      </div>
    </PaperForm>
  );
}
