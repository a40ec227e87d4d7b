import type { AnswerKeeper } from '../answers/answerKeeper.ts';
import { sameOnceStored } from '../answers/maps.ts';

/** Whether the answers that this window shows are those that would be made final, and which aren't yet seen. */
export type WhatIsFinal =
  | { kind: 'shown'; rev: number }
  /** Another screen has changed these answers; they stand here now, and nobody has looked at them. */
  | { kind: 'cameIn'; keys: string[] }
  /** Something waits for a person: an answer that two people gave, or one that was typed just now. */
  | { kind: 'open' };

/**
 * Stores everything, and takes over what another screen has saved in between. A save gives the revision of all answers,
 * those of the other screen too: it may be made final only when this window shows them.
 * @param read reads the consultation as it is stored
 * @throws when the answers can't be stored or read
 */
export async function whatIsFinal(keeper: AnswerKeeper, read: () => Promise<Parameters<AnswerKeeper['refresh']>[0]>): Promise<WhatIsFinal> {
  await keeper.whenSaved();
  if (keeper.isBehind) {
    const before = keeper.state().values;
    keeper.refresh(await read());
    const now = keeper.state().values;
    const keys = [...new Set([...before.keys(), ...now.keys()])].filter((key) => !sameOnceStored(before.get(key), now.get(key)));
    if (keys.length > 0) return { kind: 'cameIn', keys };
  }
  const { conflicts, drafts } = keeper.state();
  const open = conflicts.size > 0 || drafts.size > 0 || keeper.hasUnsaved || keeper.isBehind;
  return open ? { kind: 'open' } : { kind: 'shown', rev: keeper.rev };
}
