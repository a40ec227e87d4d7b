import { X } from 'lucide-react';
import { useState } from 'react';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './forms.module.css';
import { TestMends } from './TestMends.tsx';
import { usePlanConflicts } from './usePlanConflicts.ts';

type PlannedTest = NonNullable<ProgramAnswers['tests']>[number];
const OTHER = 'other';
/** The longest name of a test of one's own, in characters. */
const NAME_MAX = 60;

/** Tests in the order of their dates. */
function inOrder<Item extends { date: string; time?: string | undefined }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => `${a.date}${a.time ?? ''}`.localeCompare(`${b.date}${b.time ?? ''}`));
}

/** The blood tests of the plan: what is planned, and a line to plan another. A test is stored when it has its day. */
export function TestsPlan() {
  const t = useText();
  const { pack, packText, today } = useConsult();
  const answer = useProgramAnswer('tests');
  const conflicts = usePlanConflicts('program.tests');
  const planned = answer.value ?? [];
  const [test, setTest] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState<string | null>(null);
  const title = (each: PlannedTest) => (each.test === OTHER ? (each.name ?? '') : packText(`test.${each.test}`));
  const nameError = name ? whyNotPrintable(name) : undefined;
  const complete =
    test !== null && date !== null && (test !== OTHER || (name.trim() !== '' && !nameError && name.trim().length <= NAME_MAX));
  function add() {
    if (!complete) return;
    const named = test === OTHER ? { name: name.trim() } : {};
    answer.set(inOrder([...planned, { test, ...named, date, ...(time ? { time } : {}) }]));
    setTest(null);
    setName('');
    setDate(null);
    setTime(null);
  }
  function remove(index: number) {
    const rest = planned.filter((_, at) => at !== index);
    answer.set(rest.length > 0 ? rest : null);
  }
  /** The clock time stays: blood is taken before the dose of that hour. */
  function move(index: number, to: string) {
    answer.set(inOrder(planned.map((each, at) => (at === index ? { ...each, date: to } : each))));
  }
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('monitoring.tests')}</h2>
      {planned.length > 0 ? (
        <ul className={css.list}>
          {planned.map((each, index) => (
            <li key={`${each.test} ${each.date} ${each.time ?? ''}`}>
              <div>
                <p className={css.line}>
                  <b>{title(each)}</b>
                  <span className="nb">{dateText(each.date, { weekday: true })}</span>
                  {each.time ? <span className="nb">{each.time}</span> : null}
                  {pack.protocol.tests.find(({ id }) => id === each.test)?.beforeDose ? <small>{t('monitoring.bloodFirst')}</small> : null}
                </p>
                {conflicts(each.date, index) ? (
                  <p className={css.conflict}>
                    <StatusIcon kind="conflict" />
                    {conflicts(each.date, index)}
                  </p>
                ) : null}
                <TestMends index={index} onMove={(to) => move(index, to)} onRemove={() => remove(index)} />
              </div>
              <Button
                kind="quiet"
                icon
                small
                label={t('monitoring.remove', { what: `${title(each)}, ${dateText(each.date)}` })}
                onPress={() => remove(index)}
              >
                <X />
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('monitoring.none')}</p>
      )}
      {answer.error ? <p className={css.error}>{answer.error}</p> : null}
      <div className={css.edit}>
        <Select
          label={t('monitoring.test')}
          choices={[
            ...pack.protocol.tests.map(({ id }) => ({ value: id, label: packText(`test.${id}`) })),
            { value: OTHER, label: t('monitoring.other') },
          ]}
          value={test}
          onChange={setTest}
        />
        <DateField label={t('monitoring.date')} value={date} onChange={setDate} min={today} />
        <TimeField label={t('monitoring.time')} value={time} onChange={setTime} />
        <Button onPress={add} unavailable={!complete}>
          {t('monitoring.addTest')}
        </Button>
      </div>
      {test === OTHER ? (
        <TextField label={t('monitoring.otherName')} value={name} onChange={setName} maxLength={NAME_MAX} error={nameError} autoFocus />
      ) : null}
      {test !== null && test !== OTHER ? (
        <p>
          <RichText text={packText(`test.${test}.why`)} />{' '}
          <FactLinks ids={pack.protocol.tests.find(({ id }) => id === test)?.facts ?? []} />
        </p>
      ) : null}
    </FieldPlace>
  );
}
