import type { ProgramAnswers } from '#core/domain/answers.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './forms.module.css';
import { RowFrame } from './RowFrame.tsx';
import { type Rows, useRows } from './useRows.ts';
import { WhenFields } from './WhenFields.tsx';

type PlannedTest = NonNullable<ProgramAnswers['tests']>[number];
const OTHER = 'other';
/** The longest name of a test of one's own, in characters. */
const NAME_MAX = 60;

/** One planned test: which, when, and what is in conflict. */
function TestRow({ list, index, onLeave }: { list: Rows<PlannedTest>; index: number; onLeave: () => void }) {
  const t = useText();
  const { pack, packText } = useConsult();
  const name = `program.tests.${index}`;
  const row = list.rows[index] ?? {};
  const isNew = index >= list.count;
  const known = pack.protocol.tests.find(({ id }) => id === row.test);
  const title = row.test === undefined ? '' : row.test === OTHER ? (row.name ?? '') : packText(`test.${row.test}`);
  const filled = Object.keys(row).length > 0;
  const what = [title, row.date ? dateText(row.date) : ''].filter(Boolean).join(', ');
  return (
    <RowFrame
      name={name}
      labelled={index === 0}
      onLeave={onLeave}
      label={isNew ? t('monitoring.newTest') : t('monitoring.testNumber', { number: index + 1 })}
      remove={filled ? { label: t('monitoring.remove', { what }), run: () => list.remove(index) } : undefined}
    >
      <Select
        label={t('monitoring.test')}
        labelHidden={index > 0}
        choices={[
          ...pack.protocol.tests.map(({ id }) => ({ value: id, label: packText(`test.${id}`) })),
          { value: OTHER, label: t('monitoring.other') },
        ]}
        value={row.test ?? null}
        onChange={(test) => list.change(index, { test, ...(test === OTHER ? {} : { name: null }) })}
        error={row.test === undefined && !isNew ? t('monitoring.needsTest') : undefined}
      />
      <WhenFields name={name} when={row} isNew={isNew} labelHidden={index > 0} onChange={(part) => list.change(index, part, true)} />
      {row.test === OTHER ? (
        <div className={css.rowMore}>
          <TextField
            label={t('monitoring.otherName')}
            value={row.name ?? ''}
            onChange={(typed) => list.change(index, { name: typed }, true)}
            onDone={onLeave}
            maxLength={NAME_MAX}
            error={row.name ? whyNotPrintable(row.name) : row.date ? t('monitoring.needsName') : undefined}
            autoFocus={isNew}
          />
        </div>
      ) : null}
      {known && (isNew || known.beforeDose) ? (
        <p className={css.rowMore}>
          {known.beforeDose ? <b>{t('monitoring.bloodFirst')}. </b> : null}
          {isNew ? (
            <>
              <RichText text={packText(`test.${known.id}.why`)} /> <FactLinks ids={known.facts} />
            </>
          ) : null}
        </p>
      ) : null}
    </RowFrame>
  );
}

/** The blood tests of the plan, a row each, and a blank row to plan another. A test is saved when it has its day. */
export function TestsPlan() {
  const t = useText();
  const answer = useProgramAnswer('tests');
  const list = useRows<PlannedTest>({
    items: (answer.shown ?? []) as PlannedTest[],
    isWhole: ({ test, name, date }) => test !== undefined && date !== undefined && (test !== OTHER || (name ?? '').trim() !== ''),
    store: (items, typing) => answer.set(items.length > 0 ? (items as PlannedTest[]) : null, typing),
  });
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('monitoring.tests')}</h2>
      <ol className={css.rows}>
        {list.rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place, so that the cursor stays in it
          <TestRow key={index} list={list} index={index} onLeave={answer.done} />
        ))}
      </ol>
    </FieldPlace>
  );
}
