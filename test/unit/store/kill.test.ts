import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { AT, newClinic, newConsultation, openStore, PASSWORD, WORKER } from './folder.ts';

const WRITER = fileURLToPath(new URL('../../support/storeWriter.ts', import.meta.url));
const CYCLES = 25;

function startWriter(args: string[]): { writer: ChildProcess; lines: AsyncIterable<string> } {
  const writer = spawn(process.execPath, [WRITER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void writer.kill('SIGKILL'));
  return { writer, lines: createInterface({ input: writer.stdout }) };
}

/** Lets the writer acknowledge `count` saves and kills it in the middle of the next; gives every acknowledged key. */
async function killAfter(count: number, args: string[]): Promise<string[]> {
  const { writer, lines } = startWriter(args);
  const exit = once(writer, 'exit');
  const acknowledged: string[] = [];
  for await (const line of lines) {
    acknowledged.push(line);
    if (acknowledged.length === count) writer.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

test(`a program that is killed ${CYCLES} times in the middle of saving loses nothing that it acknowledged`, {
  timeout: 600_000,
}, async () => {
  const { folder, store, user, run } = await newClinic();
  const { consultation } = await newConsultation({ run });
  await store.close();
  const expected: string[] = [];
  for (let round = 0; round < CYCLES; round += 1) {
    // A different moment each time, the same in every run.
    const count = 5 + ((round * 37) % 60);
    expected.push(...(await killAfter(count, [folder, WORKER.href, user.id, PASSWORD, consultation.id, String(round)])));
  }
  const again = openStore(folder);
  await again.unlock({ userId: user.id, password: PASSWORD, at: AT });
  const actor = { userId: user.id, at: AT };
  const saved = await again.run('consultations.read', { id: consultation.id }, actor);
  const values = new Map(saved?.answers.map((answer) => [answer.key, answer.value]));
  expect(expected.length).toBeGreaterThan(CYCLES * 20);
  expect(expected.filter((key) => JSON.stringify(values.get(key)) !== JSON.stringify({ state: 'known', value: key }))).toEqual([]);
  expect(saved?.rev).toBe(values.size + 1);
  expect((await again.run('audit.verify', null, actor)).rows).toBeGreaterThan(expected.length);
});

test('another process on the same folder is seen for as long as it lives, and a killed one leaves no lock behind', async () => {
  const { folder, store, user, run } = await newClinic();
  const { consultation } = await newConsultation({ run });
  await store.close();
  const { writer, lines } = startWriter([folder, WORKER.href, user.id, PASSWORD, consultation.id, '0']);
  const here = openStore(folder);
  const exit = once(writer, 'exit');
  let fault: unknown;
  for await (const _saved of lines) {
    fault ??= (await here.state()).fault?.fault;
    writer.kill('SIGKILL');
  }
  await exit;
  expect(fault).toBe('lockedByOther');
  expect(await here.unlock({ userId: user.id, password: PASSWORD, at: AT })).toEqual(user);
});
