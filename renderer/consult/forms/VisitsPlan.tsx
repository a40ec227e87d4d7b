import { type ProgramAnswers, plannedVisitSchema } from '#core/domain/answers.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';
import { RowFrame } from './RowFrame.tsx';
import { type Rows, useRows } from './useRows.ts';
import { WhenFields } from './WhenFields.tsx';

type PlannedVisit = NonNullable<ProgramAnswers['visits']>[number];
/** The longest purpose of a visit, in characters. */
const PURPOSE_MAX = plannedVisitSchema.shape.purpose.maxLength ?? undefined;

function VisitRow({ list, index, onLeave }: { list: Rows<PlannedVisit>; index: number; onLeave: () => void }) {
  const t = useText();
  const name = `program.visits.${index}`;
  const row = list.rows[index] ?? {};
  const isNew = index >= list.count;
  const filled = Object.keys(row).length > 0;
  const what = [row.purpose ?? '', row.date ? dateText(row.date) : ''].filter(Boolean).join(', ');
  return (
    <RowFrame
      name={name}
      labelled={index === 0}
      onLeave={onLeave}
      label={isNew ? t('monitoring.newVisit') : t('monitoring.visitNumber', { number: index + 1 })}
      remove={filled ? { label: t('monitoring.remove', { what }), run: () => list.remove(index) } : undefined}
    >
      <TextField
        label={t('monitoring.purpose')}
        labelHidden={index > 0}
        value={row.purpose ?? ''}
        onChange={(purpose) => list.change(index, { purpose }, true)}
        onDone={onLeave}
        error={row.purpose ? whyNotPrintable(row.purpose) : isNew ? undefined : t('monitoring.needsPurpose')}
        {...(PURPOSE_MAX === undefined ? {} : { maxLength: PURPOSE_MAX })}
      />
      <WhenFields name={name} when={row} isNew={isNew} labelHidden={index > 0} onChange={(part) => list.change(index, part, true)} />
    </RowFrame>
  );
}

/** The visits of the plan, a row each, and a blank row to plan another. A visit is saved when it has its day. */
export function VisitsPlan() {
  const t = useText();
  const answer = useProgramAnswer('visits');
  const list = useRows<PlannedVisit>({
    items: (answer.shown ?? []) as PlannedVisit[],
    isWhole: ({ purpose, date }) => (purpose ?? '').trim() !== '' && date !== undefined,
    store: (items, typing) => answer.set(items.length > 0 ? (items as PlannedVisit[]) : null, typing),
  });
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('monitoring.visits')}</h2>
      <ol className={css.rows}>
        {list.rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place, so that the cursor stays in it
          <VisitRow key={index} list={list} index={index} onLeave={answer.done} />
        ))}
      </ol>
    </FieldPlace>
  );
}
