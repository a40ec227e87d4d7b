import type { PackSummary } from '#core/contract/shapes.ts';
import { type Pack, packText } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { windowLanguage } from './language.ts';

/** The language in which the window shows a pack's words: its own where the pack has it, else the pack's first. */
export function shownLanguage(languages: readonly Language[]): Language {
  const own = windowLanguage();
  return languages.includes(own) ? own : (languages[0] ?? 'en');
}

/** The words of `key` in the language in which the window shows the pack. */
export function shownText(pack: Pack, key: string): string {
  return packText(pack, shownLanguage(pack.languages), key);
}

/** The name of a topic in the window's language where the pack has it. */
export function topicTitle({ title, titles }: Pick<PackSummary, 'title' | 'titles'>): string {
  return titles?.[windowLanguage()] ?? title;
}
