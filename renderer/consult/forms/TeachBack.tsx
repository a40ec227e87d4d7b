import { type TeachBackItem, teachBackItems } from '#core/domain/teachBack.ts';
import { useText } from '../../text/useText.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';

const STATES = ['understood', 'again', 'later', 'notDiscussed'] as const;

/** What she says back in her own words, a part of the paper in each row. None of it has to be done. */
export function TeachBack() {
  const t = useText();
  const { answers } = useConsult();
  const answer = useProgramAnswer('teachBack');
  const said = answer.value ?? {};
  function change(item: TeachBackItem, state: (typeof STATES)[number]) {
    const { [item]: _, ...others } = said;
    const next = state === 'notDiscussed' ? others : { ...others, [item]: state };
    answer.set(Object.keys(next).length > 0 ? next : null);
  }
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('teachBack.title')}</h2>
      <p>{t('teachBack.hint')}</p>
      {teachBackItems(answers.program).map((item) => (
        <RadioGroup
          key={item}
          label={t(`teachBack.item.${item}`)}
          small
          choices={STATES.map((value) => ({ value, label: t(`teachBack.state.${value}`) }))}
          value={said[item] ?? 'notDiscussed'}
          onChange={(state) => change(item, state)}
          readOnly={!answer.mayChange}
        />
      ))}
      {answer.error ? <p className={css.error}>{answer.error}</p> : null}
    </FieldPlace>
  );
}
