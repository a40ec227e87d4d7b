import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { packRef } from '#backend/packs/hashPack.ts';
import type { Decision, ProgramAnswers, TopicAnswer } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { readBack } from '#core/domain/readBack.ts';
import type { Visit } from '#core/domain/visit.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { asRead } from '../../../electron/cli/check/paperTexts.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { builtPdfWorker } from '../../support/pdfWorker.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { smallVisit } from '../../support/smallVisit.ts';

const pack = await shippedPack('prednisolone-fertility');
const labels = await loadLabels(join(import.meta.dirname, '../../../templates/handout/text'), 'en');

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer(await builtPdfWorker());
});
afterAll(() => renderer.close());

const program: ProgramAnswers = {
  decision: 'start',
  why: 'Two good embryos did not lead to a pregnancy.',
  nextStep: 'Blood test',
  nextDate: '2027-02-24',
  form: 'tablet',
  strengthMg: 5,
  units: { morning: 2, noon: 0, evening: 0, bedtime: 0 },
  slotTimes: { morning: '08:00' },
  preparationDate: '2027-02-26',
  start: { anchor: 'preparation', days: 0 },
  stop: { anchor: 'heartbeat', date: '2027-04-05' },
  supervisors: { fertility: 'Dr A. Sample' },
  ifTransferMoves: 'Keep taking it and call',
  ifNegative: 'Keep taking it and call',
  ifBleeding: 'Call us',
  ifVomiting: 'Call us',
  tests: [{ test: 'sugar', date: '2027-02-24', time: '08:00' }],
  allergies: { known: 'none' },
  medicines: { known: 'some', names: ['Ecosprin 75', 'Folic acid'] },
  commonQuestions: ['baby', 'stop'],
};

const topic: Record<string, TopicAnswer> = {
  failedTransfers: { state: 'known', value: 2 },
  conditions: { state: 'known', value: ['diabetes'], note: 'Since 2024' },
  contact: { state: 'known', value: false },
  vaccination: { state: 'known', value: 'planned', note: 'Flu', date: '2027-05-01' },
  allergy: { state: 'known', value: false },
};

function visitOf(changes: ProgramAnswers = {}): Visit {
  const raw = smallVisit({ ...program, ...changes }, topic, { pack: packRef(pack) });
  const { problems, visit } = visitProblems(pack, raw);
  expect(problems).toEqual([]);
  if (!visit) throw new Error('The visit has problems.');
  return visit;
}

describe('A visit on a topic that was written without touching code', () => {
  test('is ready to be made final with one supervisor and no release type', () => {
    const { gate, conflicts, criteria, rules } = evaluate({
      pack,
      answers: visitOf().answers,
      today: '2027-02-12',
      opened: [],
      clinicReady: true,
      approved: true,
    });
    expect(gate.filter(({ state }) => state !== 'ready')).toEqual([]);
    expect(conflicts).toEqual([]);
    expect(criteria.map(({ id, status }) => [id, status])).toEqual([
      ['likeTrial', 'met'],
      ['noContact', 'met'],
      ['noVaccination', 'notMet'],
      ['noAllergy', 'met'],
    ]);
    expect(rules).toEqual({ leafletFits: 'false', toldFirst: 'true', vaccinationToPlan: 'true' });
  });

  test('still asks for the supervisor whom its pack names', () => {
    const { supervisors: _, ...without } = program;
    const answers = { program: without, topic };
    const { gate } = evaluate({ pack, answers, today: '2027-02-12', opened: [], clinicReady: true, approved: true });
    expect(gate.filter(({ state }) => state !== 'ready').map(({ id }) => id)).toEqual(['supervision']);
  });

  test('is read back in one sentence', () => {
    expect(readBack(visitOf().answers, labels)).toMatch(/^5\u00a0mg tablets: two in the morning; 10\u00a0mg in one day; .*\.$/);
  });

  test('warns on paper of her medicine by its brand, and is silent about one that the list does not hold', () => {
    const model = buildHandout({ visit: visitOf(), pack }, labels, { kind: 'draft' });
    const block = model.explain.find((each) => each.kind === 'medicines');
    expect(block?.kind === 'medicines' ? block.hers : '').toBe(
      '*You take Ecosprin 75 (aspirin).* It is on this list. *Don’t stop either medicine; call us.*',
    );
    const others = buildHandout({ visit: visitOf({ medicines: { known: 'some', names: ['Folic acid'] } }), pack }, labels, {
      kind: 'draft',
    });
    expect(others.explain.find((each) => each.kind === 'medicines')).not.toHaveProperty('hers');
  });

  test.each<[Decision, RegExp[], RegExp[]]>([
    [
      'start',
      [/Prednisolone 5 mg tablets/, /10 mg = two 5 mg tablets/, /Vomit like coffee grounds/, /135 of 357/],
      [/acrolimus(?! in fertility)/, /once-a-day kind/],
    ],
    ['wait', [/You wait for your results first/, /We are not sure it works/], [/two 5 mg tablets/, /acrolimus(?! in fertility)/]],
    ['notTaking', [/You will not take prednisolone/], [/two 5 mg tablets/, /acrolimus(?! in fertility)/]],
  ])('gives a paper for the decision %s', async (decision, says, neverSays) => {
    const model = buildHandout({ visit: visitOf({ decision }), pack }, labels, { kind: 'draft' });
    const { pdf, pages } = await renderer.render(model);
    const read = await readPdf(pdf);
    expect(read.pages).toHaveLength(pages);
    const text = read.pages
      .map((page) => asRead(page.text))
      .join('\n')
      .replace(/\s+/g, ' ');
    for (const words of says) expect(text).toMatch(words);
    for (const words of neverSays) expect(text).not.toMatch(words);
  });
});
