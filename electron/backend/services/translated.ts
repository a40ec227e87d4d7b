import type { Pack } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { openTranslations } from '../packs/translations.ts';
import { fault } from './faults.ts';

const NAMED = 3;

/**
 * Refuses a language in which not every text of the pack is translated from its source as it is now. A draft may hold
 * words whose source has changed since; it lacks none.
 * @throws NOT_READY naming the first texts; `missing` holds all of them
 */
export function refuseOpenTranslations(pack: Pack, language: Language, paper: 'draft' | 'final'): void {
  const open = openTranslations(pack, language).filter(({ why }) => paper === 'final' || why === 'missing');
  if (open.length === 0) return;
  const named = open.slice(0, NAMED).map(({ id }) => `“${id}”`);
  const others = open.length > NAMED ? ` and ${open.length - NAMED} more` : '';
  const name = language === 'hi' ? 'Hindi' : 'English';
  throw fault(
    'NOT_READY',
    `This topic can’t be printed in ${name} yet: ${open.length === 1 ? 'a text is' : 'texts are'} not translated, or the English has changed since (${named.join(', ')}${others}). Choose another language for the paper.`,
    { missing: open.map(({ id }) => id) },
  );
}
