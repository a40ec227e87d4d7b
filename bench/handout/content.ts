import type { HandoutModel } from '#core/domain/handoutModel.ts';

/** A handout as a peer draws it: titles, lines, and tables with their cells. */
export type Part = { title: string } | { line: string } | { cells: readonly string[] } | { boxes: readonly (string | boolean)[] };

const plain = (text: string) => text.replaceAll('*', '');
const DATA = new Set(['kind', 'title', 'slot', 'status', 'more', 'elsewhere', 'box', 'units']);

function cellsOf(row: object): string[] {
  return Object.entries(row)
    .filter(([key]) => !DATA.has(key) || key === 'title')
    .flatMap(([, value]) => (typeof value === 'string' ? [plain(value)] : []));
}

function partsOf(key: string, value: unknown): Part[] {
  if (DATA.has(key)) return [];
  if (typeof value === 'string') return [{ line: plain(value) }];
  if (Array.isArray(value)) return value.flatMap((each) => rowOf(key, each));
  if (typeof value === 'object' && value !== null) return key === 'head' ? [{ cells: cellsOf(value) }] : [];
  return [];
}

function rowOf(key: string, each: unknown): Part[] {
  if (typeof each === 'string') return [{ line: `• ${plain(each)}` }];
  if (typeof each !== 'object' || each === null) return [];
  if ('boxes' in each && Array.isArray(each.boxes)) {
    const marks = 'marks' in each && Array.isArray(each.marks) ? each.marks.map(({ text }: { text: string }) => text).join(', ') : '';
    return [{ boxes: [...cellsOf(each), ...(each.boxes as boolean[]), marks] }];
  }
  const cells = cellsOf(each);
  return cells.length > 0 ? [{ cells }] : partsOf(key, Object.values(each));
}

/** What stands on each page besides its content: whose paper it is at the head, and at the foot the pages. */
export function furnitureOf({ identity, furniture }: HandoutModel): {
  head: readonly [string, string];
  foot: (page: string, pages: string) => string;
} {
  const { name, record, age, visit, doctor } = identity;
  return {
    head: [`${name} · ${record}  ${furniture.mark?.text ?? ''}`, `${age} · ${visit} · ${doctor}`],
    foot: (page, pages) => `${furniture.footer}  ${furniture.pageOf.replace('{page}', page).replace('{pages}', pages)}`,
  };
}

/** Everything that a model prints besides what is repeated on each page, in reading order. */
export function contentOf(model: HandoutModel): Part[] {
  const identity = Object.values(model.identity).map((line): Part => ({ line }));
  const blocks = [...model.act, ...model.calendar, ...model.explain].flatMap((block): Part[] => [
    { title: block.title },
    ...Object.entries(block).flatMap(([key, value]) => partsOf(key, value)),
  ]);
  const { name, address, phones } = model.band;
  return [
    { title: name },
    { line: address },
    ...phones.map(({ label, text }): Part => ({ line: `${label} ${text}` })),
    ...identity,
    ...blocks,
  ];
}
