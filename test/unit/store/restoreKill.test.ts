import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ownBackups } from '#backend/store/backupPlaces.ts';
import { newClinic, newConsultation, openStore, PASSWORD, sunita, temporaryFolder, WORKER } from './folder.ts';

const RESTORER = fileURLToPath(new URL('../../support/restorer.ts', import.meta.url));
const LATER = '2026-12-06T08:30:00.000Z';

/** Starts a restore and kills it so many milliseconds after a stage was said; gives the stages that it reached. */
async function killAfter(stage: string, ms: number, args: string[]): Promise<string[]> {
  const restorer = spawn(process.execPath, [RESTORER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void restorer.kill('SIGKILL'));
  const exit = once(restorer, 'exit');
  const stages: string[] = [];
  for await (const line of createInterface({ input: restorer.stdout })) {
    stages.push(line);
    if (line === stage) setTimeout(() => restorer.kill('SIGKILL'), ms);
  }
  await exit;
  return stages;
}

test('a program that is killed while it restores leaves the old records or the restored ones, each whole', {
  timeout: 300_000,
}, async () => {
  const made = await newClinic();
  await newConsultation(made);
  const { name } = await made.store.work('backup.make', { why: 'byHand', actor: { userId: 'system', at: LATER } });
  await made.run('patients.add', { ...sunita, name: 'Meera Shah', recordNumber: 'A-2000' });
  await made.store.close();
  const moments: [stage: string, ms: number][] = [
    ['ready', 600],
    ...[0, 1, 3, 6].map((ms): [string, number] => ['prepared', ms]),
    ['done', 0],
  ];
  for (const [stage, ms] of moments) {
    const folder = join(temporaryFolder(), 'clinic');
    cpSync(made.folder, folder, { recursive: true });
    const stages = await killAfter(stage, ms, [folder, WORKER.href, join(ownBackups(folder), name), made.user.id, PASSWORD]);
    const store = openStore(folder);
    const moment = `${ms} ms after ${stage}, said ${stages.join(', ')}`;
    expect(await store.state(), moment).toMatchObject({ state: 'closed', fault: null });
    await store.unlock({ userId: made.user.id, password: PASSWORD, at: LATER });
    const { total } = await store.run('patients.recent', { limit: 9 }, made.actor);
    const kept = readdirSync(folder).filter((file) => /restor/.test(file));
    if (!stages.includes('prepared')) expect([total, kept], moment).toEqual([2, []]);
    else if (stages.includes('done') || kept.length > 0)
      expect([total, kept], moment).toEqual([1, ['before-restore-2026-12-06T08-30-00Z']]);
    else expect(total, moment).toBe(2);
    await store.run('audit.verify', null, made.actor);
    await store.close();
  }
});
