import { useState } from 'react';
import { amendmentGate, differences, withChanges } from '#core/domain/amendment.ts';
import { courseOf } from '#core/domain/course.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import { datesToLookAt, transferChanges } from '#core/domain/transferMove.ts';
import { conflictWords, fieldKey } from '../consult/answers/conflicts.ts';
import type { Loaded } from '../consult/answers/useConsultation.ts';
import { useText } from '../text/useText.ts';

/** The answer whose conflict is shown at a date of the dialog. */
const KEY_OF: Record<string, string> = { start: 'program.start', stop: 'program.stop', nextDate: 'program.nextDate' };

/**
 * The new transfer date and the dates moved with it, and what follows: the changed answers, what the paper would say, and
 * what is in the way. Everything is worked out by the core; the backend checks it again.
 */
export function useTransferMove({ consultation, pack, today, clinicReady }: Loaded) {
  const t = useText();
  const before = answersFromRows(consultation.answers);
  const [transferDate, setTransferDate] = useState<string | null>(before.program.transferDate ?? null);
  const [dates, setDates] = useState<Record<string, string | null>>({});
  const given = Object.fromEntries(Object.entries(dates).filter((entry): entry is [string, string] => entry[1] !== null));
  const changes = transferDate === null ? [] : transferChanges(before, { transferDate, dates: given });
  const after = withChanges(before, changes);
  const evaluation = evaluate({ pack, answers: after, today, opened: consultation.opened, clinicReady, approved: true });
  const gate = amendmentGate(evaluation, before);
  const blocking = gate.some(({ id }) => id === 'dates') ? evaluation.conflicts.filter(({ blocks }) => blocks) : [];
  const toLookAt = datesToLookAt(after, today);
  const shown = new Set(toLookAt.map(({ id }) => KEY_OF[id] ?? `program.${id}`));
  const problemOf = (key: string) => {
    const conflict = blocking.find(({ field }) => fieldKey(field) === key);
    return conflict && conflictWords(conflict, t);
  };
  const elsewhere = blocking.find(({ field }) => !shown.has(fieldKey(field)));
  const unfinished = Object.values(dates).some((date) => date === null);
  return {
    transferDate,
    setTransferDate,
    /** The date as it stands in its field; null while it is being typed. */
    dateOf: ({ id, date }: { id: string; date: string }) => (id in dates ? (dates[id] ?? null) : date),
    setDate: (id: string, date: string | null) => setDates((all) => ({ ...all, [id]: date })),
    problemOfDate: (id: string) =>
      id in dates && dates[id] === null ? t('transfer.dateMissing') : problemOf(KEY_OF[id] ?? `program.${id}`),
    /** What is wrong and has no field of its own here stands at the transfer date. */
    problemOfTransfer: transferDate === null ? t('transfer.dateMissing') : elsewhere && conflictWords(elsewhere, t),
    changes,
    differences: differences(before, after),
    toLookAt,
    course: { before: courseOf(before), after: courseOf(after) },
    transferBefore: before.program.transferDate,
    nextStep: before.program.nextStep ?? '',
    /** Lines of the gate that no date here can mend. */
    missing: gate.filter(({ id }) => id !== 'dates').map(({ id }) => id),
    wrongDates: blocking.length > 0 || unfinished || transferDate === null,
  };
}
export type Move = ReturnType<typeof useTransferMove>;
