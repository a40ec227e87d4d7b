import type { AnswerKeeper } from './answerKeeper.ts';

/** Who typed answers: they are stored in this person's name and shown to nobody else. */
export interface Owner {
  id: string;
  name: string;
}

export interface Held {
  consultationId: string;
  keeper: AnswerKeeper;
  owner: Owner;
  /** How many screens show it. */
  users: number;
}

/** Answers that only this window has. */
export interface WaitingAnswers {
  owner: Owner;
  consultationId: string;
}

/** One keeper a consultation and person in this window, so that her screens share what is typed and what can be taken back. */
const held = new Map<string, Held>();
const listeners = new Set<() => void>();
let waiting: readonly WaitingAnswers[] = [];

const keyOf = (consultationId: string, owner: Owner) => `${consultationId} ${owner.id}`;

/** Whether something of a keeper would be lost without it: not stored yet, not storable yet, or in conflict. */
function hasToLose({ keeper }: Held): boolean {
  const { drafts, conflicts } = keeper.state();
  return keeper.hasUnsaved || drafts.size > 0 || conflicts.size > 0;
}

/** Tells who hears of it whose answers wait, when that has changed. */
function look(): void {
  const now = [...held.values()].filter(hasToLose);
  const keys = (all: readonly WaitingAnswers[]) => all.map(({ consultationId, owner }) => keyOf(consultationId, owner)).join();
  if (keys(now) === keys(waiting)) return;
  waiting = now.map(({ consultationId, owner }) => ({ consultationId, owner }));
  for (const listener of listeners) listener();
}

/** The keeper of a person's answers in a consultation; made by `make` when this window has none. */
export function heldFor(consultationId: string, owner: Owner, make: () => AnswerKeeper): Held {
  const key = keyOf(consultationId, owner);
  const known = held.get(key);
  if (known) return known;
  const made: Held = { consultationId, keeper: make(), owner, users: 0 };
  made.keeper.subscribe(look);
  held.set(key, made);
  return made;
}

/** Lets go of a keeper that no screen shows, unless something would be lost with it. */
export function dropHeld(entry: Held): void {
  const key = keyOf(entry.consultationId, entry.owner);
  if (entry.users === 0 && !hasToLose(entry) && held.get(key) === entry) held.delete(key);
}

/** Stores all that a person typed in this window; resolves when it is stored, or can't be and waits here. */
export async function storeAnswersOf(owner: Pick<Owner, 'id'>): Promise<void> {
  const hers = [...held.values()].filter((entry) => entry.owner.id === owner.id);
  await Promise.allSettled(hers.map(({ keeper }) => keeper.whenSaved()));
}

/** Lets go of every answer that is stored and not shown: a covered window keeps no more than what would be lost. */
export function letGoOfStored(): void {
  for (const [key, entry] of held) if (entry.users === 0 && !hasToLose(entry)) held.delete(key);
  look();
}

/** The answers that wait in this window to be stored; the same array until that changes. */
export function waitingAnswers(): readonly WaitingAnswers[] {
  return waiting;
}

/** Hears when somebody's answers begin or end to wait. */
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
