import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { contentsOf, type Release, releases } from '../support/releases.ts';
import { temporaryFolder, WORKER } from '../unit/store/folder.ts';
import { killAtChange, moments } from './killAtChange.ts';
import { plan, say, short } from './plan.ts';

const OPENER = new URL('opener.ts', import.meta.url);
const WEAK = new URL('weak/noTransaction.ts', import.meta.url);

function copyOf(release: Release): { folder: string; args: string[] } {
  const folder = temporaryFolder();
  release.copyTo(folder);
  return { folder, args: [folder, WORKER.href, release.key.userId, release.key.password] };
}

/** What a user finds in the store, without the number of log rows: each opening adds some. */
async function found(folder: string, release: Release) {
  const store = openStoreWorker({ folder, workerUrl: WORKER });
  try {
    const { auditRows: _rows, ...contents } = await contentsOf(store, release.key);
    return contents;
  } finally {
    await store.close();
  }
}

/** Kills the program `times` while it brings the release's store up to date; gives what was wrong afterwards. */
async function killed(release: Release, times: number, from: number, weakenedBy?: URL) {
  const whole = copyOf(release);
  const { changes } = await killAtChange(OPENER, whole.args, [whole.folder], Number.POSITIVE_INFINITY);
  const expected = await found(whole.folder, release);
  const wrong: string[] = [];
  let kills = 0;
  for (const nth of moments(times, changes, from)) {
    const { folder, args } = copyOf(release);
    const ended = await killAtChange(OPENER, args, [folder], nth, weakenedBy);
    if (ended.killed) kills += 1;
    const after = await found(folder, release).catch((error: Error) => error.message);
    try {
      expect(after).toEqual(expected);
      expect(readdirSync(folder).filter((file) => file.includes('unchecked'))).toEqual([]);
    } catch {
      wrong.push(`killed at change ${nth} of ${changes}: ${JSON.stringify(after).slice(0, 200)}`);
    }
  }
  say(
    `${weakenedBy ? 'weakened: ' : ''}${release.name}: ${kills} kills in ${times} updates of ${changes} changes, ${wrong.length} inconsistent`,
  );
  return { kills, wrong };
}

test.each(releases.map((release) => [release.name, release] as const))(
  `a program that is killed while it brings a store of %s up to date leaves it whole, ${plan.migrationKills} times`,
  async (_name, release) => {
    const { kills, wrong } = await killed(release, plan.migrationKills, 0);
    expect(wrong).toEqual([]);
    expect(kills).toBeGreaterThan(plan.migrationKills / 2);
  },
);

// The short form has no time for the runs that have to lose.
if (!short)
  test('the same without transactions leaves a store that is half changed: the test can fail', async () => {
    const [oldest] = releases;
    if (!oldest) throw new Error('There is no store of a release.');
    const { wrong } = await killed(oldest, plan.migrationKills, 0.5, WEAK);
    expect(wrong.length).toBeGreaterThan(0);
  });
