import { fill } from '../labels.ts';
import { joinAll, type Paper, phrase } from './paper.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Shorter words name no medicine. */
const SHORTEST_NAME = 4;

/**
 * A warning when one of her medicines is named in the pack's list of medicines to ask about, in any language of the pack:
 * "Don't stop either medicine; call us." (L8). Undefined without a hit. Brand names that the list does not hold are not
 * found: the list itself is printed below, and asks her to look.
 */
export function hersAmong({ program, pack, labels }: Paper): string | undefined {
  if (program.medicines?.known !== 'some') return undefined;
  const ordinary = new Set(labels.medicines.ordinary.map((word) => word.toLowerCase()));
  const listed = new Set(
    Object.values(pack.texts).flatMap((language) => pack.handout.medicines.flatMap(({ id }) => wordsOf(language?.texts[id] ?? ''))),
  );
  const hits = program.medicines.names.filter((name) =>
    wordsOf(name).some((word) => word.length >= SHORTEST_NAME && !ordinary.has(word) && listed.has(word)),
  );
  return hits.length === 0 ? undefined : fill(labels.medicines.hit, { names: joinAll(hits.map(phrase), labels.lists.and) });
}
