import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startWriter, type WriterJob } from '../support/startWriter.ts';
import { newClinic, newConsultation, PASSWORD, WORKER } from '../unit/store/folder.ts';
import { type Missing, missingOf } from './missing.ts';
import { plan, say } from './plan.ts';
import { PowerCutDisk, whyNoPowerCuts } from './powerCutDisk.ts';

let cannot: string | null = null;
beforeAll(() => {
  cannot = whyNoPowerCuts();
});

interface Cut extends Missing {
  acknowledged: number;
}

/** The job of a writer in a clinic that was just made. */
async function newJob(): Promise<WriterJob> {
  const { folder, store, user, run } = await newClinic();
  const { consultation } = await newConsultation({ run });
  await store.close();
  return { folder, workerUrl: WORKER, userId: user.id, password: PASSWORD, consultationId: consultation.id, round: 0 };
}

/** A copy of the clinic on a disk of its own, saving; the power goes after `count` acknowledged saves. */
async function cutAfter(count: number, job: WriterJob): Promise<Cut> {
  const disk = new PowerCutDisk();
  onTestFinished(() => disk.remove());
  const folder = disk.make(job.folder);
  const { writer, lines } = startWriter({ ...job, folder });
  const exit = once(writer, 'exit');
  const acknowledged: string[] = [];
  // What is heard after the cut doesn't count: it may have been said after it.
  let isOn = true;
  for await (const line of lines) {
    if (isOn) acknowledged.push(line);
    if (!isOn || acknowledged.length < count) continue;
    isOn = false;
    disk.cut();
    writer.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  const found = await missingOf({ ...job, folder: disk.restart() }, acknowledged);
  disk.remove();
  return { ...found, acknowledged: acknowledged.length };
}

async function cutTimes(times: number, weakenedBy?: URL): Promise<Cut[]> {
  const cuts: Cut[] = [];
  const job = { ...(await newJob()), ...(weakenedBy ? { weakenedBy } : {}) };
  // Few and many saves in turn: within the first pages of the log, and after it was taken into the database.
  for (let round = 0; round < times; round += 1) cuts.push(await cutAfter(10 + ((round * 97) % 400), job));
  const sum = (of: (cut: Cut) => number) => cuts.reduce((total, cut) => total + of(cut), 0);
  const faults = cuts.flatMap(({ fault }) => fault ?? []);
  say(
    `${weakenedBy ? 'synchronous = NORMAL: ' : ''}${times} power cuts, ${sum((cut) => cut.acknowledged)} acknowledged saves, ` +
      `${sum(({ missing }) => missing.length)} missing${faults.length ? `, not opened: ${faults.join(' ')}` : ''}`,
  );
  return cuts;
}

test(`${plan.cuts} power cuts in the middle of saving lose nothing that was acknowledged`, async ({ skip }) => {
  skip(cannot !== null, cannot ?? '');
  const cuts = await cutTimes(plan.cuts);
  expect(cuts.filter(({ missing, fault }) => missing.length > 0 || fault !== null)).toEqual([]);
});

test('the same with synchronous = NORMAL loses: the test can fail', async ({ skip }) => {
  skip(cannot !== null, cannot ?? '');
  const cuts = await cutTimes(plan.cutsWithoutSync, new URL('weak/synchronousNormal.ts', import.meta.url));
  expect(cuts.some(({ missing }) => missing.length > 0)).toBe(true);
});
