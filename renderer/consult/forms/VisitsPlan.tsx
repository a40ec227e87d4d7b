import { X } from 'lucide-react';
import { useState } from 'react';
import { whyNotPrintable } from '#core/domain/text.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';
import { usePlanConflicts } from './usePlanConflicts.ts';

/** The longest purpose of a visit, in characters. */
const PURPOSE_MAX = 60;

/** The visits of the plan, and a line to plan another. */
export function VisitsPlan() {
  const t = useText();
  const { today } = useConsult();
  const answer = useProgramAnswer('visits');
  const conflicts = usePlanConflicts('program.visits');
  const planned = answer.value ?? [];
  const [purpose, setPurpose] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState<string | null>(null);
  const error = purpose ? whyNotPrintable(purpose) : undefined;
  const complete = purpose.trim() !== '' && !error && purpose.trim().length <= PURPOSE_MAX && date !== null;
  function add() {
    if (!complete) return;
    const next = [...planned, { date, ...(time ? { time } : {}), purpose: purpose.trim() }];
    answer.set(next.sort((a, b) => `${a.date}${a.time ?? ''}`.localeCompare(`${b.date}${b.time ?? ''}`)));
    setPurpose('');
    setDate(null);
    setTime(null);
  }
  function remove(index: number) {
    const rest = planned.filter((_, at) => at !== index);
    answer.set(rest.length > 0 ? rest : null);
  }
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('monitoring.visits')}</h2>
      {planned.length > 0 ? (
        <ul className={css.list}>
          {planned.map((each, index) => (
            <li key={`${each.date} ${each.time ?? ''} ${each.purpose}`}>
              <div>
                <p className={css.line}>
                  <b>{each.purpose}</b>
                  <span className="nb">{dateText(each.date, { weekday: true })}</span>
                  {each.time ? <span className="nb">{each.time}</span> : null}
                </p>
                {conflicts(each.date, index) ? (
                  <p className={css.conflict}>
                    <StatusIcon kind="conflict" />
                    {conflicts(each.date, index)}
                  </p>
                ) : null}
              </div>
              <Button
                kind="quiet"
                icon
                small
                label={t('monitoring.remove', { what: `${each.purpose}, ${dateText(each.date)}` })}
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
        <TextField label={t('monitoring.purpose')} value={purpose} onChange={setPurpose} maxLength={PURPOSE_MAX} error={error} />
        <DateField label={t('monitoring.date')} value={date} onChange={setDate} min={today} />
        <TimeField label={t('monitoring.time')} value={time} onChange={setTime} />
        <Button onPress={add} unavailable={!complete}>
          {t('monitoring.addVisit')}
        </Button>
      </div>
    </FieldPlace>
  );
}
