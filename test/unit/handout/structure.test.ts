import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { asRead, textsOnPaper } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { type StructureElement, structureOf, walk } from '../../../electron/cli/check/structureOf.ts';
import { mendEngine } from '../../../scripts/mendPdfEngine.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel, summary } from '../../support/sampleModel.ts';
import { HARD_HINDI_WORDS } from './hardHindiWords.ts';

let renderer: PdfRenderer;
let pdf: Uint8Array;
let structure: Awaited<ReturnType<typeof structureOf>>;
let all: StructureElement[];
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  ({ pdf } = await renderer.render(sampleModel));
  structure = await structureOf(pdf);
  all = structure.roots.flatMap(walk);
}, 60_000);
afterAll(() => renderer.close());

const ofRole = (role: string) => all.filter((element) => element.role === role);
/** What may stand in what; texts stand in the others. */
const INSIDE: Record<string, readonly string[]> = { L: ['LI'], LI: ['LBody'], Table: ['TR'], TR: ['TH', 'TD'] };

test('one title leads, and each block has a heading of the next level that its bookmark names', async () => {
  expect(ofRole('H1').map(({ text }) => text)).toEqual([sampleModel.band.name]);
  const { bookmarks } = await readPdf(pdf);
  expect(ofRole('H2').map(({ text }) => text)).toEqual(bookmarks);
});

test('lists hold items and tables hold rows of as many cells as their head', () => {
  for (const { role, children } of all) {
    const allowed = INSIDE[role];
    if (allowed) expect(children.map((child) => child.role).filter((child) => !allowed.includes(child))).toEqual([]);
  }
  const tables = ofRole('Table');
  expect(tables.length).toBeGreaterThan(5);
  for (const { children: rows } of tables) {
    expect(new Set(rows.map(({ children }) => children.length)).size).toBe(1);
    const heads = rows.every(({ children }) => children[0]?.role === 'TH') || rows[0]?.children.every(({ role }) => role === 'TH');
    expect(heads).toBe(true);
  }
});

test('every text of the paper is in the structure once, in the order in which it is read', () => {
  const read = all
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
  const { furniture: _, ...content } = sampleModel;
  const printed = textsOnPaper({ ...content, furniture: { footer: '', pageOf: '', across: [] } });
  expect(printed.filter((text) => !read.includes(text))).toEqual([]);
  const order = sampleModel.explain.map(({ title }) => read.indexOf(asRead(title)));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('who she is is read once; what is repeated on each page, and the page numbers, are outside of the structure', () => {
  const named = all.filter(({ text }) => text.includes(sampleModel.identity.name));
  expect(named).toHaveLength(1);
  for (const [index, artifact] of structure.artifacts.entries()) {
    expect(artifact).toContain(`Page ${index + 1} of`);
    expect(artifact.includes(sampleModel.identity.name)).toBe(index > 0);
  }
});

test('an empty box to tick is a figure that says so', () => {
  const calendar = sampleModel.calendar.find((block) => block.kind === 'calendar');
  const boxes = calendar?.kind === 'calendar' ? calendar.rows.flatMap(({ boxes }) => boxes).filter(Boolean) : [];
  expect(ofRole('Figure').map(({ alt }) => alt)).toEqual(boxes.map(() => 'box to tick'));
});

test('a table that runs over a page goes on as one table, its repeated head outside of the structure', async () => {
  const items = Array.from({ length: 40 }, (_, index) => ({ question: `Question ${index + 1}?`, answer: 'An answer in a line.' }));
  const rows = Array.from({ length: 60 }, (_, index) => ({ sign: `Sign ${index + 1}`, serious: 'No', what: 'Call us.' }));
  const model: HandoutModel = {
    ...sampleModel,
    explain: [
      ...sampleModel.explain.flatMap((block) => (block.kind === 'sideEffects' ? [{ ...block, rows }] : [])),
      { kind: 'questions', title: 'Questions', items },
    ],
  };
  const long = (await renderer.render(model)).pdf;
  const text = structText(long);
  expect(text.split('How serious').length - 1).toBe(1);
  expect(text.match(/Sign \d+"/g)).toHaveLength(60);
  const table = text.slice(text.indexOf('Sign 1"'), text.indexOf('Sign 60"'));
  expect(table).not.toContain('Table');
});

/** The structure as poppler reads it: one tree over all pages. */
function structText(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'structure-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', maxBuffer: 1e8 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('Hindi comes out of the file as it went in, word by word, in either language', async () => {
  const rows = HARD_HINDI_WORDS.map((word, index) => ({ label: String(index + 1), text: word }));
  for (const language of ['hi', 'en'] as const) {
    const model: HandoutModel = { ...sampleModel, language, act: [], calendar: [], explain: [{ kind: 'changes', title: 'Words', rows }] };
    const folder = mkdtempSync(join(tmpdir(), 'words-'));
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, (await renderer.render(model)).pdf);
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const found = new Set(text.split(/\s+/).map((word) => word.normalize('NFC')));
    expect(HARD_HINDI_WORDS.filter((word) => !found.has(word.normalize('NFC')))).toEqual([]);
  }
});

test('a word in the other language says which it is', async () => {
  const model: HandoutModel = {
    ...sampleModel,
    act: [{ ...summary, rows: [{ label: 'Name', text: 'श्रीमती सुनीता Devi' }] }],
    calendar: [],
    explain: [],
  };
  const content = (await renderer.render(model)).pdf;
  const file = join(mkdtempSync(join(tmpdir(), 'language-')), 'paper.pdf');
  writeFileSync(file, content);
  const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1', maxBuffer: 1e8 });
  rmSync(join(file, '..'), { recursive: true });
  expect(plain.match(/\/Lang \(hi-IN\)/g)).toHaveLength(2);
  expect(plain).toContain('/Lang (en-IN)');
});

test('the engine is mended where it was measured: another source is refused', () => {
  const file = '/node_modules/@react-pdf/render/lib/index.js';
  expect(() => mendEngine(file, 'const render = () => {};')).toThrow('@react-pdf/render has changed');
  expect(() => mendEngine('/node_modules/@react-pdf/textkit/lib/textkit.js', '')).toThrow('@react-pdf/textkit has changed');
  expect(() => mendEngine('/node_modules/@react-pdf/layout/lib/index.js', '')).toThrow('@react-pdf/layout has changed');
  expect(mendEngine('/node_modules/react/index.js', '')).toBeUndefined();
});
