import { useState } from 'react';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramDate, useConflictAt } from '../answers/fields.tsx';
import { Mends } from '../answers/Mends.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './protocol.module.css';
import { SlotChoice, withoutEmpty } from './SlotChoice.tsx';

type Start = NonNullable<ProgramAnswers['start']>;
type Side = 'before' | 'on' | 'after';
const SIDES: readonly Side[] = ['before', 'on', 'after'];
/** The furthest first day from its anchor, in days. */
const DAYS_MAX = 60;

function sideOf(days: number | undefined): Side | null {
  if (days === undefined) return null;
  return days < 0 ? 'before' : days > 0 ? 'after' : 'on';
}

/** The days from the anchor: before it, on it or after it. Nothing is meant until it is said. */
function Days(props: {
  start: Start;
  onChange: (days: number | undefined, typing?: boolean) => void;
  onDone: () => void;
  error?: string | undefined;
}) {
  const { start, onChange, onDone, error } = props;
  const t = useText();
  const [chosen, setChosen] = useState<Side | null>(null);
  const side = sideOf(start.days) ?? chosen;
  function choose(next: Side) {
    setChosen(next);
    const amount = Math.abs(start.days ?? 0);
    if (next === 'on') onChange(0);
    else onChange(amount === 0 ? undefined : next === 'before' ? -amount : amount);
  }
  /** The side stays while there is no number, and nought days is none. */
  function enter(next: number | null, typing: boolean) {
    setChosen(side);
    onChange(next ? (side === 'before' ? -next : next) : undefined, typing);
  }
  return (
    <>
      <FieldPlace name="program.start.side" open={side === null}>
        <Select
          label={t('protocol.side')}
          choices={SIDES.map((value) => ({ value, label: t(`protocol.side.${value}`) }))}
          value={side}
          onChange={choose}
        />
      </FieldPlace>
      {side === 'before' || side === 'after' ? (
        <FieldPlace name="program.start.days" open={start.days === undefined}>
          <NumberField
            label={t('protocol.days')}
            steps
            min={1}
            max={DAYS_MAX}
            value={start.days === undefined ? null : Math.abs(start.days)}
            onChange={enter}
            onDone={onDone}
            error={error}
          />
        </FieldPlace>
      ) : null}
    </>
  );
}

const ANCHOR_DATES = { ovulation: 'ovulationDate', preparation: 'preparationDate' } as const;

/** When she begins: the day it is counted from and the days, or a date. */
export function FirstDay() {
  const t = useText();
  const { pack, evaluation, answers } = useConsult();
  const start = useProgramAnswer('start');
  const conflict = useConflictAt(start.key);
  const value = start.shown as Start | undefined;
  const { firstDay } = evaluation.course;
  const change = (next: { [Part in keyof Start]?: Start[Part] | undefined }, typing = false) => {
    if (value) start.set(withoutEmpty<Start>({ ...value, ...next }), typing);
  };
  return (
    <div className={css.dates}>
      <ProgramDate id="transferDate" label={t('protocol.transferDate')} optional />
      <FieldPlace name={start.key} open={value === undefined}>
        <Select
          label={t('protocol.anchor')}
          choices={pack.protocol.startAnchors.map((anchor) => ({ value: anchor, label: t(`protocol.anchor.${anchor}`) }))}
          value={value?.anchor ?? null}
          onChange={(anchor) => start.set({ anchor, ...(value?.slot ? { slot: value.slot } : {}) })}
          error={(value?.days === undefined ? start.error : undefined) ?? (value?.anchor === 'date' ? undefined : conflict)}
        />
      </FieldPlace>
      {value?.anchor === 'date' ? (
        <FieldPlace name={`${start.key}.date`} open={value.date === undefined} onLeave={start.done}>
          <DateField
            label={t('protocol.firstDate')}
            value={value.date ?? null}
            onChange={(date) => change({ date: date ?? undefined }, true)}
            error={conflict}
          />
        </FieldPlace>
      ) : null}
      {value && value.anchor !== 'date' ? (
        <Days start={value} onChange={(days, typing) => change({ days }, typing)} onDone={start.done} error={start.error} />
      ) : null}
      {value?.anchor === 'ovulation' || value?.anchor === 'preparation' ? (
        <ProgramDate id={ANCHOR_DATES[value.anchor]} label={t(`protocol.${ANCHOR_DATES[value.anchor]}`)} />
      ) : null}
      {value ? (
        <FieldPlace name={`${start.key}.slot`}>
          <SlotChoice
            label={t('protocol.firstSlot')}
            natural={t('protocol.firstSlot.any')}
            value={value.slot}
            onChange={(slot) => change({ slot })}
          />
        </FieldPlace>
      ) : null}
      <div className={css.across}>
        <Mends at={start.key} />
      </div>
      {firstDay && value?.anchor !== 'date' ? (
        <p className={css.first}>
          {t('protocol.firstDay', { form: answers.program.form ?? 'dose', date: dateText(firstDay, { weekday: true }) })}
        </p>
      ) : null}
    </div>
  );
}
