import { join } from 'node:path';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import { PASSWORD } from '../parts/clinic.ts';
import { sorted, timesOf } from '../parts/measure.ts';
import type { Row } from '../parts/report.ts';
import type { Bench } from './barePeer.ts';

/** Saves before a backup, to compare those during it with. */
const SAVES = 200;
/** A person's pace: a backup isn't to be felt by whoever types meanwhile. */
const PAUSE_MS = 20;

/** Row 7 of the bars: a backup while saving goes on, its verification, and going back to it. */
export async function measureBackups({ store, actor, peer, folder }: Bench & { folder: string }): Promise<Row[]> {
  const draft = peer.get<{ id: string; rev: number }>("SELECT id, rev FROM consultation WHERE state = 'draft' ORDER BY seq LIMIT 1");
  if (!draft) throw new Error('The clinic has no draft.');
  let { rev } = draft;
  const save = async () => {
    const changes = [{ key: 'program.why', value: `as of ${rev}` }];
    rev = (await store.run('consultations.saveAnswers', { id: draft.id, changes, rev }, actor)).rev;
  };
  const alone = await timesOf(SAVES, save);
  const checks = await timesOf(1, () => peer.check());

  let isRunning = true;
  let name = '';
  const making = timesOf(1, async () => {
    name = (await store.work('backup.make', { why: 'byHand', actor })).name;
  }).finally(() => {
    isRunning = false;
  });
  const meanwhile: number[] = [];
  while (isRunning) {
    meanwhile.push(...(await timesOf(1, save)));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const made = await making;
  const backup = join(ownBackups(folder), name);
  const verified = await timesOf(1, () => store.work('backup.verify', { backup, actor }));
  const { userId } = actor;
  const restored = await timesOf(1, async () => {
    await store.work('restore.prepare', { backup, with: { kind: 'password', userId, password: PASSWORD }, at: actor.at });
    await store.lock();
    await store.work('restore.commit', { at: actor.at });
  });
  const check = { what: 'integrity check', times: checks };
  return [
    { what: 'backup, made and verified', times: made, bar: 30_000, peer: check, atMost: 15 },
    { what: 'save while it is made', times: sorted(meanwhile), bar: 50, peer: { what: 'save alone', times: alone }, atMost: 40 },
    { what: 'verify a backup', times: verified, bar: 40_000, peer: check, atMost: 12 },
    { what: 'restore, with its check', times: restored, bar: 10_000, peer: check, atMost: 15 },
  ];
}
