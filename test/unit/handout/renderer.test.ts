import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel } from '../../support/sampleModel.ts';

const fake = pathToFileURL(join(import.meta.dirname, '../../support/fakePdfWorker.ts'));
const titled = (title: string): HandoutModel => ({ ...sampleModel, title });

let renderer: PdfRenderer | undefined;
afterEach(() => renderer?.close());

function withFakeWorker(limitMs?: number): PdfRenderer {
  renderer = createPdfRenderer({ workerUrl: fake, fontsDir: '', ...(limitMs ? { limitMs } : {}) });
  return renderer;
}
const textOf = (rendered: { pdf: Uint8Array }) => new TextDecoder().decode(rendered.pdf);

test('a real render that is over its limit is ended with a sentence to act on', async () => {
  renderer = createPdfRenderer({ ...(await builtPdfWorker()), limitMs: 1 });
  const fault = await renderer.render(sampleModel).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(RenderFault);
  expect(String(fault)).toMatch(/took too long.*Shorten/);
});

test('after a render without end, the next one comes from a new worker', async () => {
  const pdfs = withFakeWorker(2_000);
  await pdfs.render(titled('before'));
  const hanging = pdfs.render(titled('hang'));
  const waiting = pdfs.render(titled('after'));
  await expect(hanging).rejects.toThrow(/took too long/);
  const after = await waiting;
  expect(textOf(after)).toBe('after');
  expect(after.pages, 'the first one of its worker').toBe(1);
});

test('what a worker keeps of earlier papers goes with it when the clinic is locked; the paper in its hands is made first', async () => {
  const pdfs = withFakeWorker();
  await pdfs.render(titled('before'));
  pdfs.forget();
  expect((await pdfs.render(titled('after'))).pages, 'the first one of its worker').toBe(1);
  const running = pdfs.render(titled('running'));
  const dropped = pdfs.render(titled('dropped')).catch((error: unknown) => error);
  pdfs.forget();
  const waiting = pdfs.render(titled('waiting'));
  expect((await running).pages).toBe(2);
  expect(await dropped).toBeInstanceOf(RenderFault);
  expect(String(await dropped)).toMatch(/clinic was locked. Sign in/);
  expect((await waiting).pages, 'the first one of its worker').toBe(1);
  await pdfs.warm();
  const warm = (await pdfs.render(titled('warm'))).pages;
  await pdfs.warm();
  expect((await pdfs.render(titled('again'))).pages, 'warmed once').toBe(warm + 1);
});

test.each(['crash', 'exit'])(
  'a worker that ends by itself (%s) fails its handout, and the next one is made by a new worker',
  async (how) => {
    const pdfs = withFakeWorker();
    const failing = pdfs.render(titled(how));
    const waiting = pdfs.render(titled('after'));
    const fault = await failing.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(RenderFault);
    expect(String(fault)).toMatch(/its renderer stopped. Try again/);
    expect(String(fault)).not.toContain(sampleModel.identity.name);
    expect(textOf(await waiting)).toBe('after');
  },
);

test('an error of the program says what to do and carries only where it happened', async () => {
  const fault = await withFakeWorker()
    .render(titled('broken'))
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(RenderFault);
  expect(fault).toMatchObject({ message: expect.stringMatching(/could not be laid out/), cause: expect.stringMatching(/^TypeError/) });
});

test('the newest preview of a lane wins; other lanes and finals are not dropped', async () => {
  const pdfs = withFakeWorker();
  const running = pdfs.render(titled('1'), { lane: 'a' });
  const dropped = pdfs.render(titled('2'), { lane: 'a' });
  const other = pdfs.render(titled('3'), { lane: 'b' });
  const final = pdfs.render(titled('4'));
  const newest = pdfs.render(titled('5'), { lane: 'a' });
  await expect(dropped).rejects.toThrow(RenderFault);
  const made = await Promise.all([running, other, final, newest]);
  expect(made.map(textOf)).toEqual(['1', '3', '4', '5']);
  expect(
    made.map((rendered) => rendered.pages),
    'the dropped one is never laid out',
  ).toEqual([1, 2, 3, 4]);
});

test('closing rejects what runs and what waits, and nothing can be rendered after it', async () => {
  const pdfs = withFakeWorker();
  const outcomes = Promise.allSettled([pdfs.render(titled('hang')), pdfs.render(titled('waits'))]);
  await pdfs.close();
  expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  await expect(pdfs.render(titled('late'))).rejects.toThrow(/closing/);
});

test('a worker that can’t start, here without its fonts, fails its handout and says where', async () => {
  const { workerUrl } = await builtPdfWorker();
  renderer = createPdfRenderer({ workerUrl, fontsDir: '/nowhere' });
  await expect(renderer.render(sampleModel)).rejects.toMatchObject({
    message: expect.stringMatching(/renderer stopped/),
    cause: expect.stringMatching(/ENOENT/),
  });
});

test('warming up renders the built-in dummy with the real worker', async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  await expect(renderer.warm()).resolves.toBeUndefined();
});
