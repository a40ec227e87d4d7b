import { editDistance } from './editDistance.ts';
import { type Pack, packText } from './pack.ts';
import type { MedicineGroup, PackMedicines } from './packMedicines.ts';
import type { Language } from './text.ts';

/** A name among hers that stands, or seems to stand, in the pack's list. */
export interface MedicineHit {
  /** What was typed, whole. */
  typed: string;
  /** Generic names: all that the brand holds, or the one that was written. */
  generics: string[];
  /** The brand as it stands on the box, when it was found by its brand. */
  brand?: string;
  /** false: found in spite of a typing mistake, so it is to be asked whether this is meant. */
  exact: boolean;
  about: MedicineGroup['about'];
  /** Id of the group in the pack. */
  group: string;
  /** Id of the text that says what the label says: `medicine.<group>`. */
  textId: string;
  /** That text in the language asked for. */
  says: string;
  facts: string[];
}

interface Listed {
  group: MedicineGroup;
  generics: string[];
  brand?: string;
  name: Form;
}

/** A name in the form in which names are compared, and what is compared of it. */
interface Form {
  whole: string;
  letters: string;
  digits: string;
  /** Of its letters. */
  length: number;
}

/** The most words that one name is written in. */
const LONGEST_NAME = 4;

/**
 * Words in the form in which names are compared: small letters without accents and nukta, digits apart from letters, so
 * that "Tab. Forcan150" has the word "forcan".
 */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|\u093c|\u200c|\u200d|’|'/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}

const formOf = (text: string) => wordsOf(text).join('');

function comparable(whole: string): Form {
  const letters = whole.replace(/\p{N}/gu, '');
  return { whole, letters, digits: whole.replace(/\P{N}/gu, ''), length: [...letters].length };
}

/** How many typing mistakes are forgiven between two names; by the shorter one, so that a short word names nothing else. */
function tolerance(one: Form, other: Form): number {
  const length = Math.min(one.length, other.length);
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** Mistakes between a typed and a listed form; undefined when they are too far apart. Digits are never forgiven. */
function mistakes(typed: Form, listed: Form): number | undefined {
  if (typed.whole === listed.whole) return 0;
  if (typed.digits !== listed.digits) return undefined;
  const forgiven = tolerance(typed, listed);
  if (forgiven === 0 || Math.abs(typed.length - listed.length) > forgiven) return undefined;
  const distance = editDistance(typed.letters, listed.letters);
  return distance <= forgiven ? distance : undefined;
}

function formsOf({ groups }: PackMedicines): Listed[] {
  return groups.flatMap((group) => [
    ...group.generics.flatMap(({ name, also = [] }) =>
      [name, ...also].map((each) => ({ group, generics: [name], name: comparable(formOf(each)) })),
    ),
    ...(group.brands ?? []).flatMap(({ name, holds, also = [] }) =>
      [name, ...also].map((each) => ({ group, generics: holds, brand: name, name: comparable(formOf(each)) })),
    ),
  ]);
}

/** The forms of a list never change, and she is looked up at every key. */
const known = new WeakMap<PackMedicines, Listed[]>();

function listedNames(medicines: PackMedicines | undefined): Listed[] {
  if (medicines === undefined) return [];
  const listed = known.get(medicines) ?? formsOf(medicines);
  known.set(medicines, listed);
  return listed;
}

interface Candidate {
  listed: Listed;
  from: number;
  to: number;
  mistakes: number;
}

/** Every place in her words where a listed name could stand. */
function candidates(words: readonly string[], listed: readonly Listed[], lookalikes: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      const typed = comparable(words.slice(from, to).join(''));
      for (const each of listed) {
        const count = mistakes(typed, each.name);
        if (count === undefined || (count > 0 && lookalikes.has(typed.whole))) continue;
        found.push({ listed: each, from, to, mistakes: count });
      }
    }
  return found;
}

/** The best reading of her words: fewest mistakes first, then the longest name; each word is read once. */
function best(found: readonly Candidate[]): Candidate[] {
  const taken: Candidate[] = [];
  const inOrder = [...found].sort((a, b) => a.mistakes - b.mistakes || b.to - b.from - (a.to - a.from));
  for (const each of inOrder) {
    const overlapping = taken.filter(({ from, to }) => each.from < to && from < each.to);
    const sameReading = overlapping.every(
      ({ from, to, mistakes: count }) => from === each.from && to === each.to && count === each.mistakes,
    );
    if (sameReading) taken.push(each);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/**
 * Looks names as they were typed ("Tab. Forcan 150 mg", "combiflame", "फोरकैन") up in the pack's list of medicines, with
 * typing mistakes: one in a word of 5 to 7 letters, two from 8 letters on, none in a shorter one. A hit says what the
 * label says, in `language`, and never means "stop" (L8).
 *
 * A name without a hit is a name that the list does not hold, and nothing more: nobody may be told that it is harmless.
 * Throws when the pack has no words in `language`.
 */
export function matchMedicines(pack: Pack, names: readonly string[], language: Language): MedicineHit[] {
  const listed = listedNames(pack.medicines);
  const lookalikes = new Set((pack.medicines?.lookalikes ?? []).map(formOf));
  return names.flatMap((typed) => {
    const seen = new Set<string>();
    return best(candidates(wordsOf(typed), listed, lookalikes)).flatMap(({ listed: { group, generics, brand }, mistakes: count }) => {
      const key = JSON.stringify([group.id, brand ?? generics]);
      if (seen.has(key)) return [];
      seen.add(key);
      const textId = `medicine.${group.id}`;
      const { about, facts } = group;
      return [
        {
          typed,
          generics,
          ...(brand === undefined ? {} : { brand }),
          exact: count === 0,
          about,
          group: group.id,
          textId,
          says: packText(pack, language, textId),
          facts,
        },
      ];
    });
  });
}
