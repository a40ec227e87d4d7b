import { createContext } from 'react';
import type { Pack, Section } from '#core/domain/pack.ts';

/** Stands in an address in the place of a section: the page with every question. */
export const ALL = 'all';
/** The attribute of a part of that page, with the id of its section. */
export const PART = 'data-section';

/** Whether something is asked in a section, besides what is said. */
export function hasFields({ form, questions }: Section): boolean {
  return questions.length > 0 || (form !== undefined && form !== 'criteria');
}

/** The question that is asked now, where several talks stand on one page: only one of all is. */
export interface Now {
  now: string | null;
  setNow: (question: string | null) => void;
}
export const NowContext = createContext<Now | null>(null);

/** The first question of the topic without an answer, in the order of the sections. */
export function firstOpen(pack: Pack, topic: Readonly<Record<string, unknown>>): string | null {
  return pack.sections.flatMap(({ questions }) => questions).find((id) => !topic[id]) ?? null;
}
