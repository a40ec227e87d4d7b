import { Pill } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramSelect, ProgramText } from '../answers/fields.tsx';
import { mendAt } from '../answers/Mends.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { useUndo } from '../frame/useUndo.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './protocol.module.css';
import { SlotSteppers } from './SlotSteppers.tsx';
import { mg, sumWords } from './words.ts';

/** Digits after the point of a strength in mg. */
const STRENGTH_DECIMALS = 3;

/** Strength is typed: it is never chosen from a list, so that nothing is suggested. */
function Strength() {
  const t = useText();
  const answer = useProgramAnswer('strengthMg');
  return (
    <FieldPlace name={answer.key} open={answer.value === undefined}>
      <NumberField
        label={t('protocol.strength')}
        value={typeof answer.shown === 'number' ? answer.shown : null}
        onChange={answer.set}
        onDone={answer.done}
        min={0}
        decimals={STRENGTH_DECIMALS}
        error={answer.error}
      />
    </FieldPlace>
  );
}

function DoseLater() {
  const t = useText();
  const answer = useProgramAnswer('doseLater');
  return (
    <FieldPlace name={answer.key} className={css.later}>
      <Checkbox checked={answer.value === true} onChange={(on) => answer.set(on ? true : null)}>
        {t('protocol.later')}
      </Checkbox>
    </FieldPlace>
  );
}

/** What a dose is made of. */
const DOSE_KEYS: readonly string[] = ['program.units', 'program.strengthMg', 'program.form'];

/** Takes back the change that led to this dose, while it is the last one: another dose is never proposed. */
function TakeBack() {
  const t = useText();
  const { keeper } = useConsult();
  const { undo } = useUndo();
  const place = useRef<HTMLSpanElement>(null);
  const key = keeper.lastChanged.find((each) => DOSE_KEYS.includes(each));
  if (key === undefined) return null;
  return (
    <span ref={place}>
      <Button small onPress={() => mendAt(place.current, key, undo)}>
        {t('mend.takeBack')}
      </Button>
    </span>
  );
}

/** The dose of a day as a sum to check, what it means on paper, and a reason when it lies outside the sources' range. */
function Sum() {
  const t = useText();
  const { answers, evaluation, pack } = useConsult();
  const { program } = answers;
  const words = sumWords(program, t);
  const { dailyMg } = evaluation.course;
  const { min, max, facts } = pack.protocol.usualDailyMg;
  const outside = !program.doseLater && words !== undefined && dailyMg !== undefined && (dailyMg < min || dailyMg > max);
  return (
    <>
      <p className={cx(css.sum, !words && css.empty)} role="status">
        <Pill aria-hidden="true" />
        {program.doseLater ? (
          t('protocol.later.text')
        ) : words ? (
          <span>
            <b>{words.sum}</b> {words.day}
          </span>
        ) : (
          t('protocol.sum.empty')
        )}
      </p>
      {outside ? (
        <div className={css.outside}>
          <p>
            {t('protocol.outside', { min: mg(min), max: mg(max), total: mg(dailyMg) })} <FactLinks ids={facts} />
          </p>
          <ProgramText id="doseReason" label={t('protocol.outside.reason')} />
          <TakeBack />
        </div>
      ) : null}
    </>
  );
}

/** Form, strength, release, how many at each time, brand. Nothing is filled in for the doctor. */
export function DoseCard() {
  const t = useText();
  const { pack } = useConsult();
  const { forms, releases } = pack.protocol;
  return (
    <section className={cx(css.card, css.dose)} aria-label={t('protocol.dose')}>
      <ProgramSelect id="form" label={t('protocol.form')} choices={forms.map((value) => ({ value, label: t(`protocol.form.${value}`) }))} />
      <Strength />
      <ProgramSelect
        id="release"
        label={t('protocol.release')}
        choices={releases.map((value) => ({ value, label: t(`protocol.release.${value}`) }))}
      />
      <SlotSteppers />
      <ProgramText id="brand" label={t('protocol.brand')} className={css.brand} />
      <DoseLater />
      <Sum />
    </section>
  );
}
