import { editDistance } from './editDistance.ts';
import { wordSound } from './nameSound.ts';
import { nameWords } from './names.ts';

/** Words that follow many names and that many people leave out, by their sound. */
const OFTEN_LEFT_OUT = new Set(['devi', 'kumari', 'bai', 'begum', 'begam', 'bano', 'khatoon', 'bibi', 'kaur'].map(wordSound));
/** Below this many letters one other letter makes another name. */
const LONG_ENOUGH = 4;

interface Word {
  text: string;
  sound: string;
}

function wordsOf(name: string): Word[] {
  return nameWords(name).map((text) => ({ text, sound: wordSound(text) }));
}

/** The words of a name that tell people apart: without those that many leave out, unless there are no others. */
export function tellingWords(name: string): string[] {
  const words = nameWords(name);
  const telling = words.filter((word) => !OFTEN_LEFT_OUT.has(wordSound(word)));
  return telling.length > 0 ? telling : words;
}

/** Takes each of `few` out of `many` once; null when one of them isn't there. */
function without(many: readonly Word[], few: readonly Word[], same: (a: Word, b: Word) => boolean): Word[] | null {
  const left = [...many];
  for (const word of few) {
    const at = left.findIndex((other) => same(word, other));
    if (at < 0) return null;
    left.splice(at, 1);
  }
  return left;
}

const sounds = (a: Word, b: Word) => a.sound === b.sound;
const oneSlip = (a: Word, b: Word) =>
  sounds(a, b) ||
  (Math.min(a.text.length, b.text.length) >= LONG_ENOUGH && editDistance(a.text, b.text) <= 1) ||
  (Math.min(a.sound.length, b.sound.length) >= LONG_ENOUGH && editDistance(a.sound, b.sound) <= 1);

/**
 * Whether two people may be taken for one another by their names. `same`: the words are the same or sound the same, in
 * any order and either script. `similar`: they differ by a letter, or by a word that many leave out (Devi, Begum).
 * null: neither. What is unlike is never said to be alike because of a family name alone.
 */
export function similarNames(one: string, other: string): 'same' | 'similar' | null {
  return compare(wordsOf(one), wordsOf(other));
}

function compare(a: readonly Word[], b: readonly Word[]): 'same' | 'similar' | null {
  if (a.length === 0 || b.length === 0) return null;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === many.length && without(many, few, sounds)) return 'same';
  const rest = without(many, few, oneSlip);
  return rest?.every(({ sound }) => OFTEN_LEFT_OUT.has(sound)) ? 'similar' : null;
}

/** The people of a list whose name is another's too, by id: `same` where there is one of the same name, else `similar`. */
export function sharedNames(people: readonly { id: string; name: string }[]): Map<string, 'same' | 'similar'> {
  const shared = new Map<string, 'same' | 'similar'>();
  const known = people.map(({ id, name }) => ({ id, words: wordsOf(name) }));
  for (const [at, one] of known.entries()) {
    for (const other of known.slice(at + 1)) {
      if (one.id === other.id || (shared.get(one.id) === 'same' && shared.get(other.id) === 'same')) continue;
      const alike = compare(one.words, other.words);
      if (!alike) continue;
      for (const { id } of [one, other]) if (shared.get(id) !== 'same') shared.set(id, alike);
    }
  }
  return shared;
}
