import { packFaults } from './hi/packFaults.ts';
import { forms, sentences } from './hi/sentences.ts';
import { windowLanguage } from './language.ts';

const DEVANAGARI = /[\u0900-\u097f]/;
const known = Object.keys(sentences).sort((one, other) => other.length - one.length);

/** The Hindi of the beginning of `text`, and what is left after it. */
function next(text: string): { said: string; rest: string } | undefined {
  const whole = known.find((each) => text.startsWith(each));
  if (whole !== undefined) return { said: sentences[whole] ?? whole, rest: text.slice(whole.length) };
  for (const [english, hindi] of [...forms, ...packFaults]) {
    const found = english.exec(text);
    if (found) return { said: found[0].replace(english, hindi), rest: text.slice(found[0].length) };
  }
  return undefined;
}

/**
 * What the backend or the contract said in English, in the window's language: sentence after sentence, where the window
 * has words for all of them; else as it came.
 */
export function told(text: string): string {
  if (windowLanguage() !== 'hi' || DEVANAGARI.test(text)) return text;
  const said: string[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const found = next(rest);
    if (!found) return text;
    said.push(found.said);
    rest = found.rest.trim();
  }
  return said.join(' ');
}

/** The `lang` that words need in the window: `en` for English that stands in the Hindi window, else none. */
export function langOf(text: string): 'en' | undefined {
  return windowLanguage() === 'hi' && !DEVANAGARI.test(text) && /[a-z]/i.test(text) ? 'en' : undefined;
}
