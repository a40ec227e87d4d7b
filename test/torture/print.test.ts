import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { FrozenPaper } from '#backend/store/store.ts';
import { storedPaper } from '../support/storedPaper.ts';
import { clinic, doctor, newClinic, newConsultation, openStore, PASSWORD, pack, sunita, WORKER } from '../unit/store/folder.ts';
import { BadPrinters } from './badPrinters.ts';
import { plan, say } from './plan.ts';

const DESK = fileURLToPath(new URL('printDesk.ts', import.meta.url));

/** A closed clinic with papers in the queue; gives their codes too. */
async function clinicWith(papers: number) {
  const { folder, store, user, run } = await newClinic();
  const codes: string[] = [];
  for (let n = 0; n < papers; n++) {
    const code = `CL-${String(n).padStart(4, '0')}-94QX`;
    const { patient, consultation } = await newConsultation({ run }, { ...sunita, recordNumber: `B-${n}` }, code);
    const paper: FrozenPaper = storedPaper({ consultationId: consultation.id, rev: consultation.rev, clinic, doctor, patient, pack });
    await run('handouts.makeFinal', paper);
    codes.push(code);
  }
  await store.close();
  return { folder, user, codes };
}

/** Prints everything while the program is killed now and then; gives how often each paper came out. */
async function printAll(papers: number, kills: number, weak: boolean) {
  const { folder, user, codes } = await clinicWith(papers);
  const printers = new BadPrinters();
  const port = await printers.open();
  onTestFinished(() => printers.close());
  const args = [folder, WORKER.href, user.id, PASSWORD, String(port), weak ? 'weak' : ''];
  let killed = 0;
  for (;;) {
    const desk = spawn(process.execPath, [DESK, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    onTestFinished(() => void desk.kill('SIGKILL'));
    const exit = once(desk, 'exit');
    if (killed < kills) {
      // Once it has printed a few papers, at a moment that is another one each time.
      const soon = [...printers.out.values()].length + Math.max(3, Math.floor(papers / (kills * 2)));
      while (desk.exitCode === null && printers.out.size < Math.min(soon, papers - 1)) await wait(5);
      await wait((killed * 37) % 30);
      killed += 1;
      desk.kill('SIGKILL');
      await exit;
      continue;
    }
    expect(await exit).toEqual([0, null]);
    break;
  }
  const store = openStore(folder);
  const actor = { userId: user.id, at: new Date().toISOString() };
  await store.unlock({ userId: user.id, password: PASSWORD, at: actor.at });
  const open = await store.run('printing.list', { openSince: '2000-01-01T00:00:00.000Z', doneSince: '2100-01-01T00:00:00.000Z' }, actor);
  await store.run('audit.verify', null, actor);
  const lost = codes.filter((code) => !printers.out.has(code));
  const twice = codes.filter((code) => (printers.out.get(code) ?? 0) > 1);
  const mishaps = [...printers.mishaps].map(([name, count]) => `${count} ${name}`).join(', ');
  say(`${papers} papers, ${kills} kills, ${mishaps}: ${lost.length} lost, ${twice.length} twice${weak ? ' (weakened)' : ''}`);
  return { open, lost, twice, mishaps: printers.mishaps };
}

test(`${plan.papers} papers at eight stations, printers that fail and a program that is killed: each comes out once`, async () => {
  const { open, lost, twice, mishaps } = await printAll(plan.papers, plan.printKills, false);
  expect({ open, lost, twice }).toEqual({ open: [], lost: [], twice: [] });
  expect(mishaps.size).toBe(5);
});

test('the same with a way to the printers that tries again by itself prints some twice: the test can fail', async () => {
  const { twice } = await printAll(plan.papersWeakened, 0, true);
  expect(twice.length).toBeGreaterThan(0);
});
