import { EyeOff, X } from 'lucide-react';
import { useState } from 'react';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramText } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';
import { TeachBack } from './TeachBack.tsx';
import { WhatWasSaid } from './WhatWasSaid.tsx';

type Asked = NonNullable<ProgramAnswers['asked']>[number];
const LENGTHS = { question: 160, answer: 400, who: 60 } as const;

/** Her own questions: each with its answer, or with who will answer. */
function HerQuestions() {
  const t = useText();
  const answer = useProgramAnswer('asked');
  const all = (answer.shown ?? []) as Asked[];
  const [typed, setTyped] = useState('');
  function change(index: number, part: keyof Asked, text: string) {
    const { [part]: _, ...rest } = all[index] ?? { question: '' };
    const next = text.trim() === '' && part !== 'question' ? rest : { ...rest, [part]: text };
    answer.type(all.map((each, at) => (at === index ? (next as Asked) : each)));
  }
  function add() {
    if (typed.trim() === '' || typed.trim().length > LENGTHS.question) return;
    answer.set([...all, { question: typed.trim() }]);
    setTyped('');
  }
  function remove(index: number) {
    const rest = all.filter((_, at) => at !== index);
    answer.set(rest.length > 0 ? rest : null);
  }
  const field = (index: number, part: keyof Asked, label: string, lines?: number) => (
    <TextField
      label={label}
      value={all[index]?.[part] ?? ''}
      maxLength={LENGTHS[part]}
      onChange={(text) => change(index, part, text)}
      onDone={answer.done}
      {...(lines ? { lines } : {})}
      {...(part === 'question' ? {} : { optional: true })}
    />
  );
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('questions.hers')}</h2>
      <p>{t('questions.hers.hint')}</p>
      {all.length > 0 ? (
        <ol>
          {all.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: her questions keep their order and have no other name
            <li key={index} className={css.ask}>
              <div className={css.askHead}>
                {field(index, 'question', t('questions.question', { number: index + 1 }))}
                <Button kind="quiet" icon label={t('questions.remove', { number: index + 1 })} onPress={() => remove(index)}>
                  <X />
                </Button>
              </div>
              <div className={css.two}>
                {field(index, 'answer', t('questions.answer'))}
                {each.answer ? null : field(index, 'who', t('questions.who'))}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {answer.error ? <p className={css.error}>{answer.error}</p> : null}
      <form
        className={css.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={t('questions.new')} value={typed} onChange={setTyped} onDone={add} maxLength={LENGTHS.question} />
        <Button type="submit">{t('questions.add')}</Button>
      </form>
    </FieldPlace>
  );
}

/** Common questions of the pack, to print with their answers. */
function CommonQuestions() {
  const t = useText();
  const { pack, packText } = useConsult();
  const answer = useProgramAnswer('commonQuestions');
  const chosen = answer.value ?? [];
  function change(id: string, on: boolean) {
    const next = pack.handout.commonQuestions.map((each) => each.id).filter((each) => (each === id ? on : chosen.includes(each)));
    answer.set(next.length > 0 ? next : null);
  }
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('questions.common')}</h2>
      <p>{t('questions.common.hint')}</p>
      {pack.handout.commonQuestions.map(({ id }) => (
        <div key={id}>
          <Checkbox checked={chosen.includes(id)} onChange={(on) => change(id, on)}>
            <b>{packText(`faq.${id}`)}</b>
            <span className={css.answer}>
              {' '}
              <RichText text={packText(`faq.${id}.answer`)} />
            </span>
          </Checkbox>
        </div>
      ))}
    </FieldPlace>
  );
}

/** Her questions, the common ones, what she said back, what was said to her, and a note that no paper ever holds. */
export function QuestionsForm() {
  const t = useText();
  return (
    <div className={css.form}>
      <HerQuestions />
      <CommonQuestions />
      <TeachBack />
      <WhatWasSaid />
      <section className={cx(css.card, css.private)} aria-labelledby="private-note">
        <h2 className={css.privateHead} id="private-note">
          <EyeOff />
          {t('questions.private')}
          <Tag kind="none">{t('questions.private.tag')}</Tag>
        </h2>
        <ProgramText id="privateNote" label={t('questions.private')} labelHidden hint={t('questions.private.hint')} lines={3} optional />
      </section>
    </div>
  );
}
