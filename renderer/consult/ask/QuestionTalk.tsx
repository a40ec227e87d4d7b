import { use, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Question } from '#core/domain/pack.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { focusField, onWanted, wantedField } from '../place/focus.ts';
import { NowContext } from '../section/asking.ts';
import css from './ask.module.css';
import { QuestionItem } from './QuestionItem.tsx';

/** The questions of a section as a talk: one is asked at a time, any can be answered, none has to be. */
export function QuestionTalk({ section, questions }: { section: string; questions: readonly Question[] }) {
  const { answers, consultation } = useConsult();
  const left = consultation.place?.section === section ? consultation.place.field : null;
  const [ownNow, setOwnNow] = useState(
    () => questionOf(questions, wantedField(section) ?? left) ?? questions.find(({ id }) => !answers.topic[id])?.id ?? null,
  );
  const { now, setNow } = use(NowContext) ?? { now: ownNow, setNow: setOwnNow };
  const list = useRef<HTMLOListElement>(null);
  const opened = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (opened.current === null || !list.current) return;
    focusField(list.current, `topic.${opened.current}`);
    opened.current = null;
  });
  const shown = useRef(now);
  useLayoutEffect(() => {
    // The card that opens comes into view whole.
    if (shown.current !== now) list.current?.querySelector('[data-now]')?.scrollIntoView({ block: 'nearest' });
    shown.current = now;
  }, [now]);
  useEffect(
    () =>
      onWanted(({ key }) => {
        const id = questionOf(questions, key);
        if (id) setNow(id);
      }),
    [questions, setNow],
  );
  function change(id: string) {
    opened.current = answers.topic[id] ? id : null;
    setNow(id);
  }
  return (
    <ol ref={list} className={css.talk}>
      {questions.map((question, index) => (
        <QuestionItem
          key={question.id}
          question={question}
          number={index + 1}
          now={question.id === now}
          onNow={() => change(question.id)}
        />
      ))}
    </ol>
  );
}

/** Which of the questions a field belongs to. */
function questionOf(questions: readonly Question[], field: string | null): string | undefined {
  return questions.find(({ id }) => field === `topic.${id}` || field?.startsWith(`topic.${id}.`))?.id;
}
