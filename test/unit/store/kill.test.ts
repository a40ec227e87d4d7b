import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startWriter } from '../../support/startWriter.ts';
import { AT, newClinic, newConsultation, openStore, PASSWORD, WORKER } from './folder.ts';

test('another process on the same folder is seen for as long as it lives, and a killed one leaves no lock behind', async () => {
  const { folder, store, user, run } = await newClinic();
  const { consultation } = await newConsultation({ run });
  await store.close();
  const job = { folder, workerUrl: WORKER, userId: user.id, password: PASSWORD, consultationId: consultation.id, round: 0 };
  const { writer, lines } = startWriter(job);
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
