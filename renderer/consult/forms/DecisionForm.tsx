import { use } from 'react';
import { decisionSchema } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramDate, ProgramText, ProgramTime } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { NowContext } from '../section/asking.ts';
import css from './forms.module.css';

/** What was decided together, why, and what comes next. */
export function DecisionForm() {
  const t = useText();
  const { today } = useConsult();
  // On the page with every question the keys 1 to 9 belong to the question that is asked.
  const alone = use(NowContext) === null;
  const decision = useProgramAnswer('decision');
  return (
    <div className={css.form}>
      <FieldPlace name={decision.key} open={decision.value === undefined} className={css.decisions}>
        <RadioGroup
          label={t('decision.title')}
          answerKeys={alone}
          choices={decisionSchema.options.map((value) => ({ value, label: t(`decision.${value}`) }))}
          value={decision.value ?? null}
          onChange={decision.set}
          error={decision.error}
        />
      </FieldPlace>
      <ProgramText id="why" label={t('decision.why')} lines={2} />
      <div className={css.dateTime}>
        <ProgramText id="nextStep" label={t('decision.nextStep')} />
        <ProgramDate id="nextDate" label={t('decision.nextDate')} min={today} />
        <ProgramTime id="nextTime" label={t('decision.nextTime')} />
      </div>
    </div>
  );
}
