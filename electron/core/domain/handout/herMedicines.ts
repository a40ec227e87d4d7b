import { fill } from '../labels.ts';
import { type MedicineHit, matchMedicines } from '../medicines.ts';
import { joinAll, type Paper, phrase } from './paper.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Shorter words name no medicine. */
const SHORTEST_NAME = 4;

/** Names that stand word by word in the pack's paragraphs of medicines, in any language of the pack. */
function namedInText({ pack, labels }: Paper, names: readonly string[]): string[] {
  const ordinary = new Set(labels.medicines.ordinary.map((word) => word.toLowerCase()));
  const listed = new Set(
    Object.values(pack.texts).flatMap((language) => pack.handout.medicines.flatMap(({ id }) => wordsOf(language?.texts[id] ?? ''))),
  );
  return names.filter((name) => wordsOf(name).some((word) => word.length >= SHORTEST_NAME && !ordinary.has(word) && listed.has(word)));
}

/** A name as she gave it, with the generics for which the list names it: "Combiflam (ibuprofen)". */
function withGenerics(name: string, hits: readonly MedicineHit[], { pack }: Paper): string {
  const groups = new Map((pack.medicines?.groups ?? []).map(({ id, generics }) => [id, generics.map((generic) => generic.name)]));
  const generics = hits.flatMap(({ group, generics: held }) => held.filter((each) => groups.get(group)?.includes(each)));
  const others = [...new Set(generics)].filter((each) => !phrase(name).toLowerCase().includes(each.toLowerCase()));
  return others.length === 0 ? phrase(name) : `${phrase(name)} (${others.join(', ')})`;
}

/**
 * A warning when one of her medicines is in the pack's list of medicines to ask about, by generic, brand or with a typing
 * mistake, or is named in the paragraphs printed below: "Don't stop either medicine; call us." (L8). Undefined without a
 * hit, which says nothing of the others: the paragraphs ask her to call about every medicine.
 */
export function hersAmong(paper: Paper): string | undefined {
  const { program, pack, labels } = paper;
  if (program.medicines?.known !== 'some') return undefined;
  const { names } = program.medicines;
  const hits = matchMedicines(pack, names, labels.language).filter(({ about }) => about !== 'allergy');
  const inText = namedInText(paper, names);
  const found = names.flatMap((name) => {
    const hers = hits.filter(({ typed }) => typed === name);
    return hers.length > 0 || inText.includes(name) ? [withGenerics(name, hers, paper)] : [];
  });
  return found.length === 0 ? undefined : fill(labels.medicines.hit, { names: joinAll(found, labels.lists.and) });
}
