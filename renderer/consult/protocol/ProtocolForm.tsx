import type { ProgramAnswers } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { RichText } from '../../ui/RichText.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramText } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { MonitoringForm } from '../forms/MonitoringForm.tsx';
import { Alternatives } from './Alternatives.tsx';
import { CoursePicture } from './CoursePicture.tsx';
import { DoseCard } from './DoseCard.tsx';
import { FirstDay } from './FirstDay.tsx';
import css from './protocol.module.css';
import { readBackWords } from './readBack.ts';
import { StopRule } from './StopRule.tsx';

type Supervisors = NonNullable<ProgramAnswers['supervisors']>;
/** The longest name of a supervisor, in characters. */
const NAME_MAX = 40;

/** The protocol as one sentence to read aloud; it follows every change and is read out politely. */
function ReadBack() {
  const t = useText();
  const { answers, packText } = useConsult();
  const words = readBackWords(answers.program, packText('medicine'), t);
  return (
    <section className={css.read} aria-labelledby="read-back">
      <h2 id="read-back">{t('protocol.readBack')}</h2>
      <p role="status" className={words ? undefined : css.waiting}>
        {words ? <RichText text={words} /> : t('protocol.readBack.empty')}
      </p>
    </section>
  );
}

/** Who supervises: the fertility specialist and the transplant or kidney specialist. */
function Supervisor({ part }: { part: keyof Supervisors }) {
  const t = useText();
  const answer = useProgramAnswer('supervisors');
  const all = (answer.shown ?? {}) as Supervisors;
  function change(text: string) {
    const { [part]: _, ...other } = all;
    const next = text.trim() === '' ? other : { ...other, [part]: text };
    answer.type(Object.keys(next).length > 0 ? next : null);
  }
  return (
    <FieldPlace name={`${answer.key}.${part}`} open={!all[part]}>
      <TextField
        label={t(`protocol.${part}`)}
        value={all[part] ?? ''}
        onChange={change}
        onDone={answer.done}
        maxLength={NAME_MAX}
        error={answer.error}
      />
    </FieldPlace>
  );
}

/** The whole protocol. Nothing stands in it before the doctor puts it there. */
export function ProtocolForm() {
  const t = useText();
  const { pack } = useConsult();
  const plansElsewhere = pack.sections.some(({ form }) => form === 'monitoring');
  return (
    <div className={css.plan}>
      <DoseCard />
      <Alternatives />
      <section className={css.card} aria-labelledby="course-dates">
        <h2 id="course-dates">{t('protocol.dates')}</h2>
        <div className={css.stack}>
          <FirstDay />
          <StopRule />
        </div>
      </section>
      <ReadBack />
      <CoursePicture />
      <section className={css.card} aria-labelledby="what-if">
        <h2 id="what-if">{t('protocol.whatIf')}</h2>
        <div className={css.rules}>
          <ProgramText id="ifTransferMoves" label={t('protocol.ifTransferMoves')} />
          <ProgramText id="ifNegative" label={t('protocol.ifNegative')} />
          <ProgramText id="ifBleeding" label={t('protocol.ifBleeding')} />
          <ProgramText id="ifVomiting" label={t('protocol.ifVomiting')} />
        </div>
      </section>
      <section className={css.card} aria-labelledby="supervisors">
        <h2 id="supervisors">{t('protocol.supervisors')}</h2>
        <div className={css.rules}>
          <Supervisor part="fertility" />
          <Supervisor part="kidney" />
        </div>
      </section>
      <section className={css.card} aria-labelledby="her-rules">
        <h2 id="her-rules">{t('protocol.rules')}</h2>
        <div className={css.rules}>
          <ProgramText id="food" label={t('protocol.food')} optional />
          <ProgramText id="missedDose" label={t('protocol.missedDose')} hint={t('protocol.missedDose.always')} optional />
          <ProgramText id="otherMedicines" label={t('protocol.otherMedicines')} optional />
        </div>
      </section>
      {plansElsewhere ? null : <MonitoringForm />}
    </div>
  );
}
