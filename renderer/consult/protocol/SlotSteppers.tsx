import { Moon, Sun, Sunrise, Sunset } from 'lucide-react';
import { SLOTS, type Slot } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './protocol.module.css';
import { unitsWith } from './words.ts';

const ICONS = { morning: Sunrise, noon: Sun, evening: Sunset, bedtime: Moon } as const;
/** The most units at one time of the day. */
const UNITS_MAX = 9;

/** How many units at each time of the day; it counts units, never milligrams. The clock time follows where there are any. */
export function SlotSteppers() {
  const t = useText();
  const { answers } = useConsult();
  const units = useProgramAnswer('units');
  const shown = units.shown as typeof units.value;
  const times = useProgramAnswer('slotTimes');
  function setTime(slot: Slot, time: string | null) {
    const { [slot]: _, ...others } = times.value ?? {};
    const next = time ? { ...others, [slot]: time } : others;
    times.type(Object.keys(next).length > 0 ? next : null);
  }
  return (
    <fieldset className={css.slots}>
      <legend className="vh">{t('protocol.slots', { form: answers.program.form ?? 'unit' })}</legend>
      {SLOTS.map((slot) => {
        const Icon = ICONS[slot];
        const count = shown?.[slot];
        return (
          <div key={slot} className={css.slot}>
            <span className={css.slotName} aria-hidden="true">
              <Icon />
              {t(`protocol.slot.${slot}`)}
            </span>
            <FieldPlace name={`${units.key}.${slot}`} open={units.value === undefined}>
              <NumberField
                label={t(`protocol.slot.${slot}`)}
                labelHidden
                steps
                compact
                min={0}
                max={UNITS_MAX}
                value={count ?? null}
                emptyIs={0}
                onChange={(next, typing) => units.set(unitsWith(shown, slot, next ?? 0), typing)}
                onDone={units.done}
              />
            </FieldPlace>
            {count ? (
              <FieldPlace name={`${times.key}.${slot}`} onLeave={times.done}>
                <TimeField
                  label={t('protocol.slot.time', { slot: t(`protocol.slot.${slot}`) })}
                  labelHidden
                  value={times.value?.[slot] ?? null}
                  onChange={(time) => setTime(slot, time)}
                />
              </FieldPlace>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
