import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';

type Kind = Block['kind'];
export type BlockOf<K extends Kind> = Extract<Block, { kind: K }>;

/** All blocks of a handout, in the order of the paper. */
export function blocksOf({ act, calendar, explain }: HandoutModel): Block[] {
  return [...act, ...calendar, ...explain];
}

/** The kinds of its blocks, in the order of the paper. */
export function kindsOf(model: HandoutModel): Kind[] {
  return blocksOf(model).map(({ kind }) => kind);
}

/** The one block of a kind; throws when the paper has none. */
export function blockOf<K extends Kind>(model: HandoutModel, kind: K): BlockOf<K> {
  const found = blocksOf(model).find((block): block is BlockOf<K> => block.kind === kind);
  if (found === undefined) throw new Error(`The paper has no block "${kind}".`);
  return found;
}

/** Rows of labels as an object. */
export function rowsOf({ rows }: { rows: { label: string; text: string }[] }): Record<string, string> {
  return Object.fromEntries(rows.map(({ label, text }) => [label, text]));
}

/** Everything that is printed, as one text with plain spaces. */
export function printed(model: HandoutModel): string {
  return JSON.stringify(model).replaceAll('\u00a0', ' ');
}
