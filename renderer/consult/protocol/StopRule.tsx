import type { ProgramAnswers } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, useConflictAt } from '../answers/fields.tsx';
import { Mends } from '../answers/Mends.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './protocol.module.css';
import { SlotChoice, withoutEmpty } from './SlotChoice.tsx';

type Stop = NonNullable<ProgramAnswers['stop']>;
/** The last week of a pregnancy. */
const WEEK_MAX = 42;

/** When she stops: a date, or a sign with the day on which it is looked at. */
export function StopRule() {
  const t = useText();
  const { pack } = useConsult();
  const stop = useProgramAnswer('stop');
  const conflict = useConflictAt(stop.key);
  const value = stop.shown as Stop | undefined;
  const change = (next: { [Part in keyof Stop]?: Stop[Part] | undefined }, typing = false) => {
    if (value) stop.set(withoutEmpty<Stop>({ ...value, ...next }), typing);
  };
  return (
    <div className={css.dates}>
      <FieldPlace name={stop.key} open={value === undefined}>
        <Select
          label={t('protocol.stop')}
          choices={pack.protocol.stopAnchors.map((anchor) => ({ value: anchor, label: t(`protocol.stop.${anchor}`) }))}
          value={value?.anchor ?? null}
          onChange={(anchor) => stop.set({ anchor })}
          error={(value?.anchor === 'pregnancyWeek' ? undefined : stop.error) ?? (value && value.anchor !== 'date' ? conflict : undefined)}
        />
      </FieldPlace>
      {value?.anchor === 'pregnancyWeek' ? (
        <FieldPlace name={`${stop.key}.week`} open={value.week === undefined}>
          <NumberField
            label={t('protocol.stop.week')}
            steps
            min={1}
            max={WEEK_MAX}
            value={value.week ?? null}
            onChange={(week, typing) => change({ week: week ?? undefined }, typing)}
            onDone={stop.done}
            error={stop.error}
          />
        </FieldPlace>
      ) : null}
      {value ? (
        <FieldPlace name={`${stop.key}.date`} open={value.anchor === 'date' && value.date === undefined} onLeave={stop.done}>
          <DateField
            label={value.anchor === 'date' ? t('protocol.stop.lastDay') : t('protocol.stop.look')}
            optional={value.anchor !== 'date'}
            value={value.date ?? null}
            onChange={(date) => change({ date: date ?? undefined }, true)}
            error={value.anchor === 'date' ? conflict : undefined}
          />
        </FieldPlace>
      ) : null}
      {value?.anchor === 'date' ? (
        <FieldPlace name={`${stop.key}.slot`}>
          <SlotChoice
            label={t('protocol.lastSlot')}
            natural={t('protocol.lastSlot.any')}
            value={value.slot}
            onChange={(slot) => change({ slot })}
          />
        </FieldPlace>
      ) : null}
      <div className={css.across}>
        <Mends at={stop.key} />
      </div>
    </div>
  );
}
