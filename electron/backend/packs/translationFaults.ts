import type { Pack } from '#core/domain/pack.ts';
import { translationDifferences } from '#core/domain/translation.ts';
import { openTranslations, sourceLanguage } from './translations.ts';

type Report = (path: PropertyKey[], message: string) => void;

/**
 * Reports what a translation lacks, what is out of date in it, and where its numbers, units or negations differ from the
 * source. None of it refuses the pack: the source can be used, and a paper in that language is refused until it is mended.
 */
export function reportTranslationFaults(pack: Pack, report: Report): void {
  const source = pack.texts[sourceLanguage(pack)]?.texts ?? {};
  for (const language of pack.languages.slice(1)) {
    const words = pack.texts[language];
    for (const { id, why } of openTranslations(pack, language)) {
      if (why === 'missing')
        report(['texts', language, 'texts'], `Translate “${id}”: it is missing, so nothing is printed in this language.`);
      else
        report(
          ['texts', language, 'texts', id],
          `Read “${id}” again: its English has changed, or it was never marked as translated. Then run npm run packs -- translated ${pack.id} ${language} ${id}.`,
        );
    }
    if (language !== 'hi' || !words) continue;
    for (const [id, text] of Object.entries(words.texts)) {
      if (words.otherwise?.[id] !== undefined) continue;
      for (const message of translationDifferences(source[id] ?? '', text, language)) report(['texts', language, 'texts', id], message);
    }
  }
}
