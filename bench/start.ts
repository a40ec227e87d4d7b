/**
 * From launch to a patient list that can be used, and what the program holds in memory, beside an empty page from a host of
 * the same kind.
 *   npm run bench -- start [--short]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright';
import { launchOptions } from '../test/support/chromium.ts';
import { clientOf } from '../test/support/transports.ts';
import { sorted, type Times } from './parts/measure.ts';
import { report } from './parts/report.ts';
import { residentMb, startHostProcess } from './start/processes.ts';

const root = join(import.meta.dirname, '..');
const PROGRAM = join(root, 'out/main/host.js');
const EMPTY = join(import.meta.dirname, 'start/emptyHost.ts');
const short = process.argv.includes('--short');
const ROUNDS = short ? 3 : 15;
const HANDOUTS = short ? 10 : 50;
/** What is done after the first answer, such as warming the renderer, has come to an end by then. */
const REST_MS = 5000;

const dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const env = { CONSULTLEAF_DATA: dataDir };

/** From the start of the process to what a person can use, in a window of a browser that runs already. */
async function launched(browser: Browser, file: string, usable: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>) {
  const page = await browser.newPage();
  const began = performance.now();
  const host = await startHostProcess(file, env);
  try {
    await page.goto(host.url);
    await usable(page);
    return performance.now() - began;
  } finally {
    await page.close();
    await host.end();
  }
}

async function starts(): Promise<{ program: Times; empty: Times; ratios: number[] }> {
  const browser = await chromium.launch(launchOptions);
  const [program, empty]: [number[], number[]] = [[], []];
  // One more, whose time isn't counted: the first start finds nothing in the system's cache, and makes the sample clinic.
  for (let round = 0; round <= ROUNDS; round += 1) {
    empty.push(await launched(browser, EMPTY, (page) => page.getByRole('heading', { name: 'Empty' }).waitFor()));
    program.push(
      await launched(browser, PROGRAM, async (page) => {
        await page.getByRole('button', { name: 'Try with a sample clinic' }).click();
        await page
          .getByText(/SUNITA DEVI/)
          .first()
          .waitFor();
      }),
    );
  }
  await browser.close();
  const counted = (times: number[]) => times.slice(1);
  const ratios = counted(program).map((time, round) => time / (counted(empty)[round] ?? Number.NaN));
  return { program: sorted(counted(program)), empty: sorted(counted(empty)), ratios };
}

async function memory(): Promise<{ atRest: number; after: number; empty: number }> {
  const emptyHost = await startHostProcess(EMPTY);
  const host = await startHostProcess(PROGRAM, env);
  try {
    const client = await clientOf(host.url);
    await client.app.openSample();
    const { rows } = await client.patients.recent();
    await wait(REST_MS);
    const [atRest, empty] = [residentMb(host.pid), residentMb(emptyHost.pid)];
    const consultation = await client.consultations.start({ patientId: rows[0]?.id ?? '', packId: 'tacrolimus-fertility' });
    let { rev } = consultation;
    for (let n = 0; n < HANDOUTS; n += 1) {
      const changes = [{ key: 'program.why', value: `For the ${n}th time` }];
      ({ rev } = await client.consultations.saveAnswers({ consultationId: consultation.id, changes, rev }));
      await client.consultations.preview({ consultationId: consultation.id });
    }
    return { atRest, empty, after: residentMb(host.pid) };
  } finally {
    await host.end();
    await emptyHost.end();
  }
}

const { program, empty, ratios } = await starts();
const inMemory = await memory();
const startsWell = report('Start', [
  {
    what: 'launch to the patient list',
    times: program,
    bar: 3000,
    peer: { what: 'launch to an empty page', times: empty },
    ratios,
    atMost: 14,
  },
]);
const page = { what: 'empty page, at rest', times: [inMemory.empty] };
const holdsLittle = report(
  'Memory of the backend',
  [
    { what: 'at rest', times: [inMemory.atRest], bar: 350, peer: page, atMost: 6 },
    { what: `after ${HANDOUTS} handouts`, times: [inMemory.after], bar: 450, peer: page, atMost: 8 },
  ],
  'MB',
);
process.exit(startsWell && holdsLittle ? 0 : 1);
