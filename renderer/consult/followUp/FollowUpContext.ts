import { createContext, useContext } from 'react';
import type { CarryOver, Offer, PastVisit } from '#core/domain/followUp.ts';

/** What a follow-up knows of the visit that it goes on from. */
export interface FollowUp {
  /** Day of that visit. */
  date: string;
  last: PastVisit;
  /** The words of that visit's pack under a text id. */
  lastText: (key: string) => string;
  carry: CarryOver;
  /** What waits to be confirmed or answered. */
  open: readonly Offer[];
  /** The topic has other content than then. */
  topicChanged: boolean;
  /** Makes answers of the last visit answers of this one, in one step of undo. Leaves out what this person may not change. */
  confirm: (offers: readonly Offer[]) => void;
  /** Takes one of them back. */
  takeBack: (offer: Offer) => void;
}

export type FollowUpState =
  | { state: 'none' }
  | { state: 'loading' }
  | { state: 'failed'; error: unknown; again: () => void }
  | { state: 'ready'; followUp: FollowUp };

export const FollowUpContext = createContext<FollowUpState>({ state: 'none' });

/** The visit that the open one goes on from; null for a visit of its own, and until it is read. */
export function useFollowUp(): FollowUp | null {
  const known = useContext(FollowUpContext);
  return known.state === 'ready' ? known.followUp : null;
}
