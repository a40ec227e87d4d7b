import type { Pack } from '#core/domain/pack.ts';
import { packTextIds } from '#core/domain/packTexts.ts';
import { type Language, whyNotPrintable } from '#core/domain/text.ts';
import { LONGEST_SENTENCE, sentencesOf, wordsOf } from './sentences.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** Longest title of a section: it stands in the narrow list of sections. */
const LONGEST_TITLE = 22;

function reportText(id: string, text: string, language: Language, path: PropertyKey[], report: Report): void {
  if (text.trim() === '') report(path, `Write the text “${id}”: it is empty.`);
  if ((text.split('*').length - 1) % 2 !== 0) report(path, `Close the bold type of “${id}”: an asterisk (*) stands alone.`);
  const why = whyNotPrintable(text.replaceAll('*', ''));
  if (why) report(path, `Mend the text “${id}”: ${why}`);
  for (const sentence of sentencesOf(text)) {
    const count = wordsOf(sentence).length;
    if (count > LONGEST_SENTENCE[language])
      report(
        path,
        `Split this sentence of ${count} words (at most ${LONGEST_SENTENCE[language]}): “${wordsOf(sentence).slice(0, 6).join(' ')} …”.`,
      );
  }
}

/** Reports texts that are missing in the source's language, that nothing uses, that don't print, or with too long a sentence. */
export function reportTextFaults(pack: Pack, report: Report): void {
  const ids = packTextIds(pack);
  for (const language of pack.languages) {
    const words = pack.texts[language];
    if (!words) {
      report(['texts', language], `Add text/${language}.yaml, or take “${language}” out of the languages of pack.yaml.`);
      continue;
    }
    if (words.language !== language) report(['texts', language, 'language'], `Write “language: ${language}” in this file.`);
    for (const id of language === pack.languages[0] ? ids : [])
      if (words.texts[id] === undefined) report(['texts', language, 'texts'], `Add the text “${id}”: it is missing in ${language}.`);
    for (const [id, text] of Object.entries(words.texts)) {
      const path = ['texts', language, 'texts', id];
      if (ids.includes(id)) reportText(id, text, language, path, report);
      else report(path, `Remove the text “${id}” or mend its id: nothing uses it.`);
    }
    pack.sections.forEach(({ id }) => {
      const title = words.texts[`section.${id}`] ?? '';
      if (title.length > LONGEST_TITLE)
        report(
          ['texts', language, 'texts', `section.${id}`],
          `Shorten this title to ${LONGEST_TITLE} characters, so that it fits the list of sections.`,
        );
    });
  }
  for (const language of Object.keys(pack.texts))
    if (!pack.languages.some((declared) => declared === language))
      report(['texts', language], `Add “${language}” to the languages of pack.yaml, or remove this file: nobody reads it.`);
}
