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
  const a = wordsOf(one);
  const b = wordsOf(other);
  if (a.length === 0 || b.length === 0) return null;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === many.length && without(many, few, sounds)) return 'same';
  const rest = without(many, few, oneSlip);
  return rest?.every(({ sound }) => OFTEN_LEFT_OUT.has(sound)) ? 'similar' : null;
}

/** The people of a list who share the same or a similar name with another of it, by id. */
export function sharedNames(people: readonly { id: string; name: string }[]): Set<string> {
  const shared = new Set<string>();
  for (const [at, one] of people.entries()) {
    for (const other of people.slice(at + 1)) {
      if (one.id === other.id || (shared.has(one.id) && shared.has(other.id))) continue;
      if (similarNames(one.name, other.name)) shared.add(one.id).add(other.id);
    }
  }
  return shared;
}
