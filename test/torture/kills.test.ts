import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startWriter, type WriterJob } from '../support/startWriter.ts';
import { newClinic, newConsultation, PASSWORD, WORKER } from '../unit/store/folder.ts';
import { missingOf } from './missing.ts';
import { plan, say } from './plan.ts';

/** Lets the writer acknowledge `count` saves and kills it in the middle of the next; gives every acknowledged key. */
async function killAfter(count: number, job: WriterJob): Promise<string[]> {
  const { writer, lines } = startWriter(job);
  const exit = once(writer, 'exit');
  const acknowledged: string[] = [];
  for await (const line of lines) {
    acknowledged.push(line);
    if (acknowledged.length === count) writer.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

/** A clinic whose program is killed again and again; gives what was acknowledged and what of it is missing. */
async function killed(times: number, saves: number, weakenedBy?: URL) {
  const { folder, store, user, run } = await newClinic();
  const { consultation } = await newConsultation({ run });
  await store.close();
  const job = { folder, workerUrl: WORKER, userId: user.id, password: PASSWORD, consultationId: consultation.id };
  const acknowledged: string[] = [];
  for (let round = 0; round < times; round += 1) {
    // A different moment each time, the same in every run.
    const count = saves + ((round * 37) % 60);
    acknowledged.push(...(await killAfter(count, { ...job, round, ...(weakenedBy ? { weakenedBy } : {}) })));
  }
  return { acknowledged, ...(await missingOf(job, acknowledged)) };
}

test(`a program that is killed ${plan.kills} times in the middle of saving loses nothing that it acknowledged`, async () => {
  const { acknowledged, missing, fault, rev } = await killed(plan.kills, plan.savesPerKill);
  say(`${plan.kills} kills, ${acknowledged.length} acknowledged saves, ${missing.length} missing`);
  expect(fault).toBeNull();
  expect(missing).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(plan.kills * plan.savesPerKill);
  // The first revision, and one for each save that reached the disk, acknowledged or not.
  expect(rev).toBeGreaterThan(acknowledged.length);
});

test('the same over a store that acknowledges before it commits loses: the test can fail', async () => {
  const { acknowledged, missing } = await killed(3, 30, new URL('weak/commitLater.ts', import.meta.url));
  say(`weakened: 3 kills, ${acknowledged.length} acknowledged saves, ${missing.length} missing`);
  expect(missing.length).toBeGreaterThan(0);
});
