import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './ask.module.css';
import { type Decision, decisionLine } from './decisionLine.ts';

const REASONS = ['treated', 'doesNotApply', 'accepted', 'own'] as const;
/** The longest words of a decision, in characters. */
const TEXT_MAX = 90;

/** A criterion that isn't met: the doctor may go on all the same, and says why in one tap. It never has to be answered. */
export function DoctorsDecision({ criterion }: { criterion: string }) {
  const t = useText();
  const answer = useProgramAnswer('criterionDecisions');
  const all = (answer.shown ?? {}) as NonNullable<typeof answer.value>;
  const decision = all[criterion];
  function change(next: Decision | null, typing = false) {
    const { [criterion]: _, ...others } = all;
    const value = next ? { ...others, [criterion]: next } : others;
    const stored = Object.keys(value).length > 0 ? value : null;
    if (typing) answer.type(stored);
    else answer.set(stored);
  }
  if (!answer.mayChange) {
    return (
      <p className={css.decision}>
        {decision ? decisionLine(decision, t) : null} {t('doctors.criterion')}
      </p>
    );
  }
  return (
    <FieldPlace name={`${answer.key}.${criterion}`} className={css.decision}>
      <RadioGroup
        label={t('criterion.decision')}
        small
        choices={REASONS.map((value) => ({ value, label: t(`criterion.decision.${value}`) }))}
        value={decision?.reason ?? null}
        onChange={(reason) => change({ reason, ...(decision?.text ? { text: decision.text } : {}) })}
      />
      {decision ? (
        <TextField
          label={t('criterion.decision.text')}
          optional={decision.reason !== 'own'}
          value={decision.text ?? ''}
          maxLength={TEXT_MAX}
          onChange={(text) => change({ reason: decision.reason, ...(text ? { text } : {}) }, true)}
          onDone={answer.done}
          error={answer.error}
        />
      ) : null}
      {decision ? (
        <div>
          <Button kind="quiet" small onPress={() => change(null)}>
            {t('criterion.decision.takeBack')}
          </Button>
        </div>
      ) : null}
    </FieldPlace>
  );
}
