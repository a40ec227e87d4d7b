import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Visit } from '#core/domain/visit.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { inksOf } from '../../../electron/cli/check/inks.ts';
import { outside, overlaps } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { sampleModel } from '../../support/sampleModel.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let renderer: PdfRenderer;
let shipped: ShippedPaper;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
  shipped = await shippedPaper();
}, 60_000);
afterAll(() => renderer.close());

/** Nothing off the page, nothing over anything, and no box in the place of a letter. */
async function expectClean(model: HandoutModel): Promise<void> {
  const { pdf } = await renderer.render(model);
  const { pages } = await readPdf(pdf);
  for (const page of pages) expect([...outside(page), ...overlaps(page)]).toEqual([]);
  expect((await inksOf(pdf)).missing).toBe(0);
}

/** Where a text may be typed, by the path of its field. */
const FIELDS: Record<string, (visit: Visit, text: string) => unknown> = {
  'patient.name': (visit, name) => ({ ...visit, patient: { ...visit.patient, name } }),
  'clinic.address': (visit, address) => ({ ...visit, clinic: { ...visit.clinic, address } }),
  'answers.program.why': (visit, why) => ({ ...visit, answers: { ...visit.answers, program: { ...visit.answers.program, why } } }),
  'answers.program.asked.0.question': (visit, question) => ({
    ...visit,
    answers: { ...visit.answers, program: { ...visit.answers.program, asked: [{ question }] } },
  }),
  'answers.topic.failedCycles.note': (visit, note) => ({
    ...visit,
    answers: { ...visit.answers, topic: { ...visit.answers.topic, failedCycles: { state: 'known', value: 3, note } } },
  }),
};

const ODD = fc.constantFrom(
  '😀',
  '👩‍⚕️',
  '🇮🇳',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u00ad',
  'א',
  'ש',
  '漢',
  'ж',
  '\u0007',
  '*',
);
const FINE = fc.constantFrom('a', 'W', ' ', '.', 'é', 'क', 'क्ष', 'हि', 'ગુ', 'த', '5', 'ffi', '-', '“');
const texts = fc.oneof(
  fc.array(FINE, { minLength: 1, maxLength: 60 }),
  fc.array(fc.oneof({ weight: 4, arbitrary: FINE }, { weight: 1, arbitrary: ODD }), { minLength: 1, maxLength: 40 }),
  fc.array(FINE, { minLength: 5000, maxLength: 5000 }),
);

const LANGUAGES = ['en', 'hi', 'both'] as const;

/** The example with its paper in a language. */
function sampleIn(language: (typeof LANGUAGES)[number]): Visit {
  const { topic, program } = shipped.sample.answers;
  return { ...shipped.sample, answers: { topic, program: { ...program, language } } };
}

test('any text in any field gives a message at that field, or a clean paper, in English, in Hindi and in both', async () => {
  let refused = 0;
  const printed = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(FIELDS)), texts, fc.constantFrom(...LANGUAGES), async (path, letters, language) => {
      const raw = FIELDS[path]?.(sampleIn(language), letters.join(''));
      const { visit, problems } = visitProblems(shipped.pack, raw);
      if (!visit) {
        refused += 1;
        for (const problem of problems) {
          expect(problem.path).toBe(path);
          expect(problem.message).toMatch(/^[A-Z].{10,}\.$/);
        }
        return;
      }
      printed.add(`${language} ${path}`);
      const model = shipped.modelOf(visit);
      try {
        await expectClean({ ...model, calendar: [], explain: model.explain.filter(({ kind }) => kind === 'questions') });
      } catch (error) {
        // A letter that no font holds is named; anything else is a fault of the paper.
        if (!(error instanceof RenderFault)) throw error;
        expect(error.message).toMatch(/can’t be printed|U\+/);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(refused).toBeGreaterThan(10);
  for (const language of LANGUAGES) expect([...printed].filter((each) => each.startsWith(language)).length).toBeGreaterThan(1);
});

test.each(Object.keys(FIELDS))('5,000 characters, emoji, invisible and turned characters are refused at %s', (path) => {
  for (const [text, says] of [
    ['W'.repeat(5000), /^Use at most \d+ characters, so that it fits on the paper\.$/],
    ['Sunita 😀', /^Emoji can’t be printed\. Use words instead\.$/],
    ['Su\u200bnita', /invisible character/],
    ['\u202eSunita', /invisible character/],
    ['Суниτα', /^These letters can’t be printed/],
  ] as const) {
    const { problems, visit } = visitProblems(shipped.pack, FIELDS[path]?.(shipped.sample, text));
    expect(visit).toBeUndefined();
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toMatch(says);
  }
});

test('200 questions are refused with how many there may be', () => {
  const asked = Array.from({ length: 200 }, (_, index) => ({ question: `Question ${index}?` }));
  const { answers } = shipped.sample;
  const { problems } = visitProblems(shipped.pack, { ...shipped.sample, answers: { ...answers, program: { ...answers.program, asked } } });
  expect(problems).toEqual([{ path: 'answers.program.asked', message: expect.stringMatching(/40/) }]);
});

test('200 questions from elsewhere than the fields are laid out cleanly, beside each other too', async () => {
  const hindi = Array.from({ length: 200 }, (_, index) => ({ question: `सवाल ${index}?`, answer: 'हाँ, आप ऐसा कर सकती हैं। '.repeat(3) }));
  const items = Array.from({ length: 200 }, (_, index) => ({ question: `Question ${index}?`, answer: 'Yes, you may do so. '.repeat(3) }));
  const questions = (title: string, items: typeof hindi) => ({ kind: 'questions' as const, title, items });
  const model: HandoutModel = { ...sampleModel, calendar: [], explain: [questions('Questions', items)] };
  await expectClean(model);
  await expectClean({ ...model, beside: { language: 'hi', blocks: [questions('सवाल', hindi)] } });
});
