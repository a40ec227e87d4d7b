import { join } from 'node:path';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { loadNames } from '#backend/packs/names.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import type { Visit } from '#core/domain/visit.ts';
import { gateRows } from './gateRows.ts';
import { inksOf } from './inks.ts';
import { readingRows } from './readingRows.ts';
import { readPdf } from './readPdf.ts';
import type { Row } from './row.ts';
import { sectionsOf } from './sections.ts';
import { structureOf } from './structureOf.ts';
import { formatRows, modelRows, pageOneRows, structureRows } from './textRows.ts';
import { typeRows } from './typeRows.ts';
import { yardstickRows } from './yardsticks.ts';

/** The visit behind a paper, and the model that was rendered. */
export interface Origin {
  visit: Visit;
  pack: Pack;
  model: HandoutModel;
}

/**
 * Holds a handout against every yardstick: from its PDF what can be told from that, and the rest from the visit behind it.
 * @param resourcesDir holds `text` and `packs`
 * @throws Error when the bytes are no PDF, or one without a structure
 */
export async function checkHandout(bytes: Uint8Array, resourcesDir: string, origin?: Origin): Promise<Row[]> {
  const pdf = await readPdf(bytes);
  const language: Language = pdf.language.startsWith('hi') ? 'hi' : 'en';
  const textDir = join(resourcesDir, 'text');
  const labelsOf = { en: await loadLabels(textDir, 'en'), hi: await loadLabels(textDir, 'hi') };
  const labels = labelsOf[language];
  const { names } = await loadNames(join(resourcesDir, 'packs'));
  const { roots } = await structureOf(bytes);
  const sections = sectionsOf(roots, language);
  const isBoth = sections.some((section) => section.language !== language);
  return [
    ...(origin ? gateRows(origin.visit, origin.pack) : OF_THE_VISIT),
    ...pageOneRows(pdf, sections, labels, origin?.model),
    ...(origin ? modelRows(roots, sections, origin.model) : []),
    ...readingRows(sections, labelsOf, names),
    ...formatRows(pdf),
    ...typeRows(pdf, await inksOf(bytes), isBoth ? 'both' : language),
    ...structureRows(pdf, roots),
    ...yardstickRows(roots, sections, labels),
  ];
}

/** What the paper alone can't tell. */
const OF_THE_VISIT: readonly Row[] = [
  ['What “final” asks for', 'given, without contradiction'],
  ['Texts of the visit', 'all on the paper'],
  ['Reading order', 'as the blocks follow each other'],
].map(([what = '', bar = '']) => ({ what, bar, found: 'not told by the PDF alone', result: 'visit' }));

const HEAD = ['yardstick', 'bar', 'found', 'result'];
const WORDS: Record<Row['result'], string> = { pass: 'pass', FAIL: 'FAIL', reader: 'for a reader', visit: 'needs the visit file' };

/** The rows as a table of plain text, with what they come to; nothing is added up. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(({ what, bar, found, result }) => [what, bar, found, WORDS[result]])];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const failed = rows.filter(({ result }) => result === 'FAIL').length;
  const open = rows.filter(({ result }) => result === 'reader').length;
  const needing = rows.filter(({ result }) => result === 'visit').length;
  return [
    ...lines.map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    '',
    failed === 0 ? 'What a program can decide passes.' : `${failed} failed.`,
    ...(needing === 0 ? [] : [`${needing} need the visit file: check that instead of the PDF to have them told.`]),
    `${open} are for a reader, and no total is claimed.`,
    '',
  ].join('\n');
}
