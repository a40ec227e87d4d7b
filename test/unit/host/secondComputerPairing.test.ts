import { afterAll, beforeAll, expect, test } from 'vitest';
import { SecondBrowser } from '../../support/secondBrowser.ts';
import { type SecondClinic, secondClinic } from '../../support/secondClinic.ts';
import type { Client } from '../../support/transports.ts';

let clinic: SecondClinic;
let admin: Client;
let monotonic = 0;

beforeAll(async () => {
  clinic = await secondClinic({ monotonicMs: () => monotonic });
  admin = clinic.admin;
}, 60_000);
afterAll(() => clinic.close());

const stranger = async () => new SecondBrowser(await admin.secondComputer.read());
const wrongFor = (code: string) => Array.from({ length: 40 }, (_, n) => String((Number(code) + 1 + n) % 100_000_000).padStart(8, '0'));
const newCode = async () => (await admin.secondComputer.pair()).pairing?.code ?? '';
const names = async () => (await admin.secondComputer.read()).devices.map(({ name }) => name);

test('a wrong, a used and an old code, and one when there is none, are answered alike, and each is told here and in the log', async () => {
  const before = await names();
  const guest = await stranger();
  const refusals = [];
  const code = await newCode();
  refusals.push(await guest.pair(wrongFor(code)[0] ?? '', 'Wrong'));
  expect((await (await stranger()).pair(code, 'Right')).status).toBe(200);
  // The very same request once more, as somebody would send it who has caught it.
  refusals.push(await guest.pair(code, 'Right'));
  const late = await newCode();
  monotonic += 5 * 60_000;
  refusals.push(await guest.pair(late, 'Late'));
  const cancelled = await newCode();
  await admin.secondComputer.cancelPairing();
  refusals.push(
    await guest.pair(cancelled, 'Cancelled'),
    await guest.pair('1234567', 'Short'),
    await guest.send({ path: '/pair', body: [] }),
  );
  const seen = refusals.map(({ status: code, body, headers }) => ({ code, body, cookie: headers['set-cookie'] }));
  expect(seen).toEqual(seen.map(() => ({ code: 403, body: expect.stringContaining('can’t be used'), cookie: undefined })));
  expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
  expect(await names()).toEqual([...before, 'Right']);
  expect((await admin.secondComputer.read()).tries.slice(0, 5).map(({ kind }) => kind)).toEqual(['old', 'old', 'used', 'paired', 'wrong']);
  const { rows } = await admin.audit.list({ filter: {}, before: null });
  expect(
    rows
      .filter(({ action }) => action.startsWith('device.'))
      .slice(0, 8)
      .map(({ action }) => action.slice(7)),
  ).toEqual(['oldCode', 'code', 'oldCode', 'code', 'usedCode', 'pair', 'wrongCode', 'code']);
});

test('five guesses in all, also at the same moment and from everywhere; the right digits after them are too late', async () => {
  const before = await names();
  const code = await newCode();
  const guests = await Promise.all(
    wrongFor(code).map(async (guess, n) => {
      const body = { code: guess, name: 'Guess' };
      return (await stranger()).send({ path: '/pair', body, tls: { localAddress: `127.0.0.${2 + (n % 4)}` } });
    }),
  );
  expect(new Set(guests.map((answer) => answer.status))).toEqual(new Set([403]));
  expect((await admin.secondComputer.read()).pairing).toBe(null);
  expect((await (await stranger()).pair(code, 'Too late')).status).toBe(403);
  expect(await names()).toEqual(before);
});

test('the right code from two computers at the same moment pairs one of them', async () => {
  const before = (await names()).length;
  const code = await newCode();
  const answers = await Promise.all([1, 2, 3, 4].map(async (n) => (await stranger()).pair(code, `Twin ${n}`)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403, 403, 403]);
  expect((await names()).length).toBe(before + 1);
});

test('nobody pairs from a page of somewhere else, and such a try costs no guess', async () => {
  const code = await newCode();
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await (await stranger()).send({ path: '/pair', headers: foreign, body: { code, name: 'Evil' } })).status).toBe(403);
  expect((await admin.secondComputer.read()).pairing).toMatchObject({ code, triesLeft: 5 });
});
