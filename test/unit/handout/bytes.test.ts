import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import { markedModels } from '../../support/markedModels.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel, summary } from '../../support/sampleModel.ts';
import { shippedPaper } from '../../support/shippedPaper.ts';
import { visitFixtures } from '../../support/visitFixtures.ts';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
});
afterAll(() => renderer.close());

const hashOf = async (model: HandoutModel) =>
  createHash('sha256')
    .update((await renderer.render(model)).pdf)
    .digest('hex');

test('the same model gives the same bytes: again, after other handouts, and in another process on another day', async () => {
  const first = await hashOf(sampleModel);
  expect(await hashOf(sampleModel)).toBe(first);
  // Another order of first-seen letters and spaces: what was rendered before must not leave a trace.
  await hashOf({
    ...sampleModel,
    language: 'hi',
    paper: 'Letter',
    act: [{ ...summary, rows: [{ label: 'क्यों', text: '\u00a0कोई नहीं\u00a0fi ffi' }] }],
  });
  expect(await hashOf(sampleModel)).toBe(first);
  const here = [first];
  for (const model of markedModels()) here.push(await hashOf(model));
  // Another day, another zone, in every thread of that process.
  const later = join(import.meta.dirname, '../../support/anotherDay.cjs');
  const script = join(import.meta.dirname, '../../support/renderHash.ts');
  const env = { ...process.env, TZ: 'Pacific/Kiritimati' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', later, script], { env });
  const { seen, hashes } = JSON.parse(stdout) as { seen: string; hashes: string[] };
  expect(new Date(seen).getTime()).toBeGreaterThan(Date.now() + 3e10);
  expect(seen).toContain('GMT+1400');
  expect(hashes).toEqual(here);
});

test('what was laid out before leaves no trace: every visit has the same bytes the first time, and again after all others', async () => {
  const shipped = await shippedPaper();
  const fresh = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 60_000 });
  const models = visitFixtures(shipped.sample).flatMap(({ name, visit }): HandoutModel[] => {
    const model = shipped.modelOf(visit);
    return name === 'longest-names' || name === 'start' ? [model, { ...model, print: 'large' }] : [model];
  });
  const hashes = async (list: readonly HandoutModel[]) => {
    const all: string[] = [];
    for (const model of list)
      all.push(
        createHash('sha256')
          .update((await fresh.render(model)).pdf)
          .digest('hex'),
      );
    return all;
  };
  const first = await hashes(models);
  const again = await hashes(models.toReversed());
  await fresh.close();
  expect(again.toReversed()).toEqual(first);
}, 60_000);

/** A model of which one sentence in `each` has another letter in place of an "a", the sentences counted from `from`. */
function otherWords(model: HandoutModel, from: number, each: number): HandoutModel {
  let count = from;
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, change(own)]));
    if (typeof value !== 'string' || !/ .*a/.test(value)) return value;
    count += 1;
    return count % each === 0 ? value.replace(/a(?!.*a)/s, 'o') : value;
  };
  return change(model) as HandoutModel;
}

/** A plan that page 1 is too small for. */
function longer(plan: Extract<Block, { kind: 'plan' }>): Block {
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, text: `${row.text} `.repeat(6).trim() })) };
}

test('a paper that says nearly the same as the one before it has no word of that one', async () => {
  const parts = await builtPdfWorker();
  const words: readonly [number, number][] = [
    [0, 1],
    [0, 2],
    [1, 2],
    [3, 7],
  ];
  const full = { ...sampleModel, act: sampleModel.act.map((block) => (block.kind === 'plan' ? longer(block) : block)) };
  const pairs: readonly [name: string, before: HandoutModel, after: HandoutModel][] = [
    ...words.map(
      ([from, each]) => [`${from} of ${each}`, sampleModel, otherWords(sampleModel, from, each)] as [string, HandoutModel, HandoutModel],
    ),
    // What is known of a page 1 that is too full says nothing of one that isn't.
    ['after a full page 1', full, sampleModel],
  ];
  for (const [name, before, model] of pairs) {
    expect(model).not.toEqual(before);
    // From the second one on it is known whether its page 1 is too full.
    await hashOf(before);
    await hashOf(before);
    const after = await hashOf(model);
    const fresh = createPdfRenderer(parts);
    const alone = createHash('sha256')
      .update((await fresh.render(model)).pdf)
      .digest('hex');
    await fresh.close();
    expect(after, name).toBe(alone);
  }
}, 120_000);

test('a mark that is put on a stored model gives the bytes of a paper that had it from the first', async () => {
  const hashes: string[] = [];
  for (const model of markedModels()) hashes.push(await hashOf(model));
  const [none, noneAgain, draft, copy, copyAgain, old, oldAgain] = hashes;
  expect([noneAgain, copyAgain, oldAgain]).toEqual([none, copy, old]);
  expect(new Set([none, draft, copy, old]).size).toBe(4);
});

test('another date of making gives other bytes', async () => {
  expect(await hashOf({ ...sampleModel, createdAt: '2027-02-13T06:12:00Z' })).not.toBe(await hashOf(sampleModel));
});

test.each([
  ['an emoji', '😀', 'U+1F600'],
  ['a script without a font', 'සුනීතා', 'U+0DC3'],
  ['another right-to-left script', 'שלום', 'U+05E9'],
  ['a control character', 'a\u0007b', 'U+0007'],
  ['a symbol', 'dose ☃', 'U+2603'],
])('%s is refused by its code, never printed as a box', async (_name, text, code) => {
  const model = { ...sampleModel, identity: { ...sampleModel.identity, name: `ASHA ${text}` } };
  const fault = await renderer.render(model).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(RenderFault);
  const message = fault instanceof Error ? fault.message : '';
  expect(message).toContain(code);
  expect(message).not.toContain('ASHA');
});
