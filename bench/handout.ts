/** `npm run bench -- handout`: the same handouts by this program's worker, by hand-written pdfkit and by a warm Chromium. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { builtPdfWorker } from '../test/support/pdfWorker.ts';
import { chromiumPeer } from './handout/chromiumPeer.ts';
import type { Heap } from './handout/memory.ts';
import { pdfkitPeer } from './handout/pdfkitPeer.ts';
import { differentModels, exampleModel } from './handout/visits.ts';
import { sorted, timesOf } from './parts/measure.ts';
import { type Row, report } from './parts/report.ts';

const short = process.argv.includes('--short');
const ROUNDS = short ? 9 : 25;
const IN_A_ROW = short ? 20 : 100;
const HEAP_ROUNDS = short ? 60 : 500;

/** The most in times of the peer, and how far that is from the aim: docs/adr/0025-handout-bars.md. */
const AT_MOST = { pdfkit: { en: 1.75, hi: 0.45 }, chromium: { en: 0.8, hi: 0.9 }, hindi: 1.8, heap: short ? 2.4 : 1.25 };

const worker = await builtPdfWorker();
const models = { en: await differentModels('en', IN_A_ROW), hi: await differentModels('hi', IN_A_ROW) };
const example = { en: await exampleModel('en'), hi: await exampleModel('hi') };
const bare = pdfkitPeer(worker.fontsDir);
const browser = await chromiumPeer(worker.fontsDir);

const rows: Row[] = [];
const once = async (work: () => unknown) => (await timesOf(1, work))[0] ?? Number.NaN;
const fresh = () => createPdfRenderer(worker);

const firsts: number[] = [];
for (let round = 0; round < 3; round++) {
  const starting = fresh();
  firsts.push(await once(() => starting.render(example.en)));
  await starting.close();
}

const renderer = fresh();
await renderer.warm();
const engines = {
  ours: (model: HandoutModel) => renderer.render(model),
  pdfkit: (model: HandoutModel) => bare(model),
  chromium: (model: HandoutModel) => browser.render(model),
};
type Engine = keyof typeof engines;
const ENGINES: readonly Engine[] = ['ours', 'pdfkit', 'chromium'];

/** Every engine once a round, one after the other: what else the machine does falls on all of them. */
async function rounds(count: number): Promise<Record<Engine, { en: number[]; hi: number[] }>> {
  const times = { ours: { en: [], hi: [] }, pdfkit: { en: [], hi: [] }, chromium: { en: [], hi: [] } } as Record<
    Engine,
    { en: number[]; hi: number[] }
  >;
  for (let round = 0; round < count; round++)
    for (const language of ['en', 'hi'] as const)
      for (const engine of ENGINES) times[engine][language].push(await once(() => engines[engine](example[language])));
  return times;
}
await rounds(3);
const warm = await rounds(ROUNDS);

const NAMES = { en: 'English', hi: 'Hindi' } as const;
for (const language of ['en', 'hi'] as const)
  for (const peer of ['pdfkit', 'chromium'] as const)
    rows.push({
      what: `one warm, ${NAMES[language]}`,
      times: sorted(warm.ours[language]),
      bar: 100,
      peer: { what: peer, times: sorted(warm[peer][language]) },
      ratios: warm.ours[language].map((time, round) => time / (warm[peer][language][round] ?? Number.NaN)),
      atMost: AT_MOST[peer][language],
    });
rows.push({
  what: 'one warm, Hindi',
  times: sorted(warm.ours.hi),
  bar: 100,
  peer: { what: 'English', times: sorted(warm.ours.en) },
  ratios: warm.ours.hi.map((time, round) => time / (warm.ours.en[round] ?? Number.NaN)),
  atMost: AT_MOST.hindi,
});
for (const language of ['en', 'hi'] as const) {
  const list = models[language];
  const each = (engine: Engine) => timesOf(list.length, (index) => engines[engine](list[index] as HandoutModel));
  const times = await each('ours');
  for (const peer of ['pdfkit', 'chromium'] as const)
    rows.push({
      what: `${list.length} different ones, ${NAMES[language]}`,
      times,
      bar: 150,
      peer: { what: peer, times: await each(peer) },
      atMost: AT_MOST[peer][language] * 1.5,
    });
}
rows.push({
  what: 'first after start, English',
  times: sorted(firsts),
  bar: 1000,
  peer: { what: 'one warm', times: sorted(warm.ours.en) },
  atMost: 40,
});
await renderer.close();
await browser.close();

// In a process of its own: here the peers' memory would count, and that of everything measured before.
const alone = spawnSync(process.execPath, [join(import.meta.dirname, 'handout/alone.ts'), String(HEAP_ROUNDS)], { encoding: 'utf8' });
if (alone.status !== 0) throw new Error(`The memory could not be measured: ${alone.stderr}`);
const heap = JSON.parse(alone.stdout) as Heap & { peak: number };
const within = report('One handout of five pages', rows);
const growth = heap.last / heap.first;
console.log(
  `\nHeap of the worker over ${HEAP_ROUNDS} handouts: ${heap.first.toFixed(0)} MB, then ${heap.last.toFixed(0)} MB (${growth.toFixed(2)} times, at most ${AT_MOST.heap}), most ${heap.most.toFixed(0)} MB.`,
);
console.log(`Most memory of the process that rendered them, with Node and the models: ${heap.peak.toFixed(0)} MB.`);
process.exitCode = within && growth <= AT_MOST.heap ? 0 : 1;
