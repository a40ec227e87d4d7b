import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answers, TopicAnswer } from '#core/domain/answers.ts';
import { addDays, daysBetween } from '#core/domain/dates.ts';
import { type Visit, visitSchema } from '#core/domain/visit.ts';
import type { Hand } from './hand.ts';

const ROOT = join(import.meta.dirname, '../..');
const CIVIL = /^\d{4}-\d{2}-\d{2}$/;

function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string') return CIVIL.test(value) ? addDays(value, days) : value;
  if (Array.isArray(value)) return value.map((each) => moved(each, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, moved(part, days)]));
}

/** The visit of `npm run handout -- --example` (built), with its dates moved as if it were held on `today`. */
export function exampleOn(today: string): Visit {
  const said = spawnSync(process.execPath, [join(ROOT, 'out/main/handout.js'), '--example'], { encoding: 'utf8' });
  if (said.status !== 0) throw new Error(said.stderr);
  const example = visitSchema.parse(JSON.parse(said.stdout));
  return visitSchema.parse(moved(example, daysBetween(example.visitDate, today)));
}

/** What the paper is printed like is not asked on the way. */
const NOT_ASKED: ReadonlySet<string> = new Set(['language', 'paper']);

/** The answers of a visit as rows, without those that nobody is asked for. */
export function rowsOf({ program, topic }: Answers): Record<string, unknown> {
  const asked = Object.entries(program).filter(([id]) => !NOT_ASKED.has(id));
  return Object.fromEntries([
    ...asked.map(([id, value]) => [`program.${id}`, value]),
    ...Object.entries(topic).map(([id, value]) => [`topic.${id}`, value]),
  ]);
}

const OPTIONS: Record<string, string> = { normal: 'Normal' };
const CHOSEN: Record<string, string> = {
  'dose-1': '1 mg a day, the usual dose',
  twice: 'Twice a day',
  'before-transfer': 'A few days before the embryo transfer',
};
const TESTS: Record<string, string> = {
  kidney: 'Kidney',
  sugar: 'Sugar',
  potassium: 'Potassium',
  'drug-level': 'Drug level',
  pregnancy: 'Pregnancy (hCG)',
};

/** Gives every answer of the example on the page with all questions, in the order in which they stand there. */
export async function answerExample(page: Page, hand: Hand, { program, topic }: Answers): Promise<void> {
  const field = (key: string) => page.locator(`[data-field="${key}"]`);
  const box = (key: string) => field(key).getByRole('textbox').first();
  const words = (id: string, text: string | undefined) => (text === undefined ? undefined : hand.type(box(`program.${id}`), text));
  const list = (key: string) => field(key).getByRole('button').first();

  async function question(id: string, answer: TopicAnswer): Promise<void> {
    const key = `topic.${id}`;
    if (answer.state === 'doesNotApply') {
      await hand.choose(field(key), 'Does not apply');
      await hand.type(box(`${key}.because`), answer.because);
      return;
    }
    if (answer.state === 'notKnown') await hand.choose(field(key), 'Not known');
    else if (typeof answer.value === 'number') await hand.type(box(key), String(answer.value));
    else await hand.choose(field(key), typeof answer.value === 'string' ? (OPTIONS[answer.value] ?? '') : answer.value ? 'Yes' : 'No');
    if (answer.note !== undefined) await hand.type(box(`${key}.note`), answer.note);
    if (answer.date !== undefined) await hand.date(field(`${key}.date`), answer.date);
  }
  const questions = async (...ids: string[]) => {
    for (const id of ids) {
      const answer = topic[id];
      if (answer) await question(id, answer);
    }
  };

  await questions('failedCycles', 'goodEmbryos', 'unexplainedLosses', 'immuneSigns');
  await questions('embryoTest', 'wombLining', 'otherCauses', 'pelvis');
  if (program.criterionDecisions?.C4) await hand.choose(field('program.criterionDecisions.C4'), 'Discussed and accepted');
  await questions('otherTreatments');
  for (const [index, { test, date, time }] of (program.tests ?? []).entries()) {
    const row = `program.tests.${index}`;
    await hand.pick(list(row), TESTS[test] ?? '');
    await hand.date(field(row), date);
    if (time) await hand.time(field(row), time);
  }
  for (const [index, { purpose, date, time }] of (program.visits ?? []).entries()) {
    const row = `program.visits.${index}`;
    await hand.type(box(row), purpose);
    await hand.date(field(row), date);
    if (time) await hand.time(field(row), time);
  }
  await questions('otherRemedies', 'labelAllergy');
  for (const id of ['allergies', 'medicines'] as const) {
    const names = program[id];
    await hand.choose(field(`program.${id}`), names?.known === 'some' ? 'These' : 'None, I asked');
    for (const [index, name] of (names?.known === 'some' ? names.names : []).entries())
      await hand.type(box(`program.${id}.${index}`), name);
  }
  await questions('failedTransfers', 'immuneTests');

  await hand.choose(field('program.decision'), 'Start');
  await words('why', program.why);
  await words('nextStep', program.nextStep);
  if (program.nextDate) await hand.date(field('program.nextDate'), program.nextDate);
  if (program.nextTime) await hand.time(field('program.nextTime'), program.nextTime);

  await hand.pick(list('program.form'), program.form === 'tablet' ? 'Tablet' : 'Capsule');
  await hand.type(box('program.strengthMg'), String(program.strengthMg));
  await hand.pick(list('program.release'), program.release === 'prolonged' ? 'Prolonged' : 'Immediate');
  for (const slot of ['morning', 'noon', 'evening', 'bedtime'] as const) {
    const count = program.units?.[slot];
    if (count) await hand.type(box(`program.units.${slot}`), String(count));
    const time = program.slotTimes?.[slot];
    if (time) await hand.time(field(`program.slotTimes.${slot}`), time);
  }
  await words('brand', program.brand);
  for (const [about, id] of Object.entries(program.chosen ?? {})) await hand.choose(field(`program.chosen.${about}`), CHOSEN[id] ?? '');
  if (program.transferDate) await hand.date(field('program.transferDate'), program.transferDate);
  await hand.pick(list('program.start'), 'From the transfer');
  await hand.pick(list('program.start.side'), 'Days before');
  await hand.type(box('program.start.days'), String(-(program.start?.days ?? 0)));
  await hand.pick(list('program.stop'), 'A date');
  if (program.stop?.date) await hand.date(field('program.stop.date'), program.stop.date);
  for (const id of ['ifTransferMoves', 'ifNegative', 'ifBleeding', 'ifVomiting'] as const) await words(id, program[id]);
  for (const part of ['fertility', 'kidney'] as const) {
    const name = program.supervisors?.[part];
    if (name) await hand.type(box(`program.supervisors.${part}`), name);
  }
  for (const id of ['food', 'missedDose', 'otherMedicines'] as const) await words(id, program[id]);

  for (const [index, { question: asked, answer, who }] of (program.asked ?? []).entries()) {
    const part = (at: number) => field(`program.asked.${index}`).getByRole('textbox').nth(at);
    await hand.type(part(0), asked);
    if (answer) await hand.type(part(1), answer);
    if (who) await hand.type(part(2), who);
  }
  const common = field('program.commonQuestions').getByRole('checkbox');
  for (const index of (program.commonQuestions ?? []).keys()) await common.nth(index).locator('xpath=ancestor::label').click();
}
