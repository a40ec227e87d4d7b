import { EyeOff } from 'lucide-react';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace, ProgramText } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';
import { RowFrame } from './RowFrame.tsx';
import { TeachBack } from './TeachBack.tsx';
import { type Rows, useRows } from './useRows.ts';
import { WhatWasSaid } from './WhatWasSaid.tsx';

type Asked = NonNullable<ProgramAnswers['asked']>[number];
const LENGTHS = { question: 160, answer: 400, who: 60 } as const;

interface AskedRowProps {
  list: Rows<Asked>;
  index: number;
  onLeave: () => void;
}

/** One question of hers: her words, and the answer or who will give it. */
function AskedRow({ list, index, onLeave }: AskedRowProps) {
  const t = useText();
  const row = list.rows[index] ?? {};
  const isNew = index >= list.count;
  const number = index + 1;
  const problem = (part: keyof Asked) => {
    const typed = row[part];
    if (typed) return whyNotPrintable(typed);
    return part === 'question' && !isNew ? t('questions.needsQuestion') : undefined;
  };
  const field = (part: keyof Asked, label: string) => (
    <TextField
      label={label}
      value={row[part] ?? ''}
      maxLength={LENGTHS[part]}
      onChange={(text) => list.change(index, { [part]: text }, true)}
      onDone={onLeave}
      error={problem(part)}
      {...(part === 'question' ? {} : { optional: true })}
      {...(part === 'answer' ? { lines: 2 } : {})}
    />
  );
  return (
    <RowFrame
      name={`program.asked.${index}`}
      label={isNew ? t('questions.new') : t('questions.question', { number })}
      className={css.nameRow}
      labelled
      onLeave={onLeave}
      remove={isNew ? undefined : { label: t('questions.remove', { number }), run: () => list.remove(index) }}
    >
      {field('question', t('questions.question', { number }))}
      {isNew ? null : (
        <div className={cx(css.rowMore, !row.answer && css.two)}>
          {field('answer', t('questions.answer'))}
          {row.answer ? null : field('who', t('questions.who'))}
        </div>
      )}
    </RowFrame>
  );
}

/** Her own questions: each with its answer, or with who will answer, and a blank row for the next. */
function HerQuestions() {
  const t = useText();
  const answer = useProgramAnswer('asked');
  const list = useRows<Asked>({
    items: (answer.shown ?? []) as Asked[],
    isWhole: ({ question }) => (question ?? '').trim() !== '',
    store: (items, typing) =>
      answer.set(items.length > 0 ? items.map((each) => ({ ...each, question: each.question ?? '' })) : null, typing),
  });
  return (
    <FieldPlace name={answer.key} className={css.card}>
      <h2>{t('questions.hers')}</h2>
      <p>{t('questions.hers.hint')}</p>
      <ol className={cx(css.rows, css.apart)}>
        {list.rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: her questions keep their order and have no other name
          <AskedRow key={index} list={list} index={index} onLeave={answer.done} />
        ))}
      </ol>
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
