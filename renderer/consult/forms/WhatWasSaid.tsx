import { SAID } from '#core/domain/clinicCopy.ts';
import { useText } from '../../text/useText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldPlace, ProgramText } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';

/** What the doctor said to her and the language of the talk, for the page that the clinic keeps. None of it has to be filled in. */
export function WhatWasSaid() {
  const t = useText();
  const answer = useProgramAnswer('acknowledged');
  const said = answer.value ?? [];
  function change(id: (typeof SAID)[number], on: boolean) {
    const next = SAID.filter((each) => (each === id ? on : said.includes(each)));
    answer.set(next.length > 0 ? next : null);
  }
  return (
    <section className={css.card} aria-labelledby="what-was-said">
      <h2 id="what-was-said">{t('said.title')}</h2>
      <p>{t('said.hint')}</p>
      <FieldPlace name={answer.key}>
        {SAID.map((id) => (
          <div key={id}>
            <Checkbox checked={said.includes(id)} onChange={(on) => change(id, on)} readOnly={!answer.mayChange}>
              {t(`said.item.${id}`)}
            </Checkbox>
          </div>
        ))}
        {answer.mayChange ? null : <p>{t('said.onlyDoctor')}</p>}
      </FieldPlace>
      <ProgramText id="talkLanguage" label={t('said.language')} optional />
    </section>
  );
}
