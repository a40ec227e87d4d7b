import { useEffect, useRef, useState } from 'react';
import { amendmentGate, differences } from '#core/domain/amendment.ts';
import { answersFromRows, parseAnswer } from '#core/domain/parseAnswer.ts';
import { AnswerKeeper } from '../consult/answers/answerKeeper.ts';
import type { Consult } from '../consult/answers/ConsultContext.ts';
import { same } from '../consult/answers/maps.ts';
import { type Loaded, useConsultOf } from '../consult/answers/useConsultation.ts';

/** An answer that the draft changes: what the final paper was made of, and what it would be; null is no answer. */
export interface DraftChange {
  key: string;
  before: unknown;
  after: unknown;
}

/** A keeper whose saves go nowhere: an amendment is stored whole, when its version is made. */
function draftKeeper({ consultation, pack }: Loaded): AnswerKeeper {
  return new AnswerKeeper({
    rows: consultation.answers,
    rev: consultation.rev,
    savedAt: consultation.savedAt,
    opened: consultation.opened,
    save: async ({ rev }) => ({ kind: 'saved', rev, savedAt: consultation.savedAt }),
    problem: (key, value) => {
      const parsed = parseAnswer(pack, key, value);
      return parsed.ok ? undefined : parsed.message;
    },
    reload: () => undefined,
  });
}

/** What `values` changes of the rows of a final. */
function changesOf(rows: Loaded['consultation']['answers'], values: ReadonlyMap<string, unknown>): DraftChange[] {
  const old = new Map(rows.filter(({ value }) => value !== null).map(({ key, value }) => [key, value]));
  return [...new Set([...old.keys(), ...values.keys()])]
    .map((key) => ({ key, before: old.get(key) ?? null, after: values.get(key) ?? null }))
    .filter(({ before, after }) => !same(before, after));
}

/**
 * Takes over what somebody else amended in between, and puts the changes made here on top of it: they stay in the list,
 * beside what that answer is now.
 */
function useRebase({ consultation }: Loaded, keeper: AnswerKeeper): void {
  const base = useRef(consultation);
  useEffect(() => {
    if (consultation.rev === base.current.rev) return;
    const { answers } = base.current;
    base.current = consultation;
    void keeper.whenSaved().then(() => {
      const mine = changesOf(answers, keeper.state().values);
      keeper.refresh({ rows: consultation.answers, rev: consultation.rev, savedAt: consultation.savedAt });
      keeper.setAll(mine.map(({ key, after }) => ({ key, value: after })));
    });
  }, [consultation, keeper]);
}

/** The answers of a final as a draft in this window, what it changes, and what is in the way. */
export function useAmendDraft(loaded: Loaded, goTo: Consult['goTo']) {
  const { consultation } = loaded;
  const [keeper] = useState(() => draftKeeper(loaded));
  useRebase(loaded, keeper);
  const consult = useConsultOf(loaded, keeper, goTo);
  const { values, drafts } = consult.state;
  const changes = changesOf(consultation.answers, values);
  const before = answersFromRows(consultation.answers);
  const touched = changes.length > 0 || drafts.size > 0;
  useEffect(() => {
    if (!touched) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [touched]);
  return {
    consult,
    changes,
    touched,
    /** What page 1 would name as changed. */
    differences: differences(before, consult.answers),
    gate: amendmentGate(consult.evaluation, before),
    takeBack: ({ key, before: was }: DraftChange) => keeper.setAll([{ key, value: was }]),
  };
}
export type AmendDraft = ReturnType<typeof useAmendDraft>;
