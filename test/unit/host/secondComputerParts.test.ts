import { X509Certificate } from 'node:crypto';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { isPrivateAddress, localName, originsOf } from '#backend/secondComputer/addresses.ts';
import { describeCertificate, stillFits } from '#backend/secondComputer/certificateFacts.ts';
import { newAuthority, newServerCertificate } from '#backend/secondComputer/certificates.ts';
import { DeviceWindows } from '#backend/secondComputer/deviceWindows.ts';
import { CODE_MS, CODE_TRIES, Pairing } from '#backend/secondComputer/pairing.ts';
import { contract } from '#core/contract/contract.ts';
import { ON_SECOND_COMPUTER } from '#core/contract/secondComputer.ts';
import { roleSchema } from '#core/contract/shapes.ts';

test.each([
  ['10.0.0.7', true],
  ['172.16.0.1', true],
  ['172.31.255.254', true],
  ['192.168.1.20', true],
  ['169.254.7.7', true],
  ['fd12:3456::1', true],
  ['172.32.0.1', false],
  ['192.169.0.1', false],
  ['8.8.8.8', false],
  ['192.0.2.2', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.251', false],
  ['::', false],
  ['::1', false],
  ['2001:db8::1', false],
  ['::ffff:192.168.1.20', false],
  ['fe80::1', false],
  ['fd12::1%eth0', false],
  ['192.168.1.020', false],
  ['192.168.1', false],
  ['desk.local', false],
  ['', false],
])('the private address of a clinic: %s %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test('addresses that a browser opens', () => {
  expect(originsOf({ address: '192.168.1.20', port: 8743, name: 'desk.local' })).toEqual([
    'https://192.168.1.20:8743',
    'https://desk.local:8743',
  ]);
  expect(originsOf({ address: 'fd12::1', port: 8743, name: null })).toEqual(['https://[fd12::1]:8743']);
  expect(['DESK-2.clinic.lan', 'desk', 'localhost', 'über', 'a_b', ''].map((name) => localName(name))).toEqual([
    'desk-2.local',
    'desk.local',
    null,
    null,
    null,
    null,
  ]);
});

test('the clinic’s authority is believed for its own network alone, and only by who knows it', async () => {
  const at = new Date();
  const [authority, other] = [await newAuthority(at), await newAuthority(at)];
  const ask = async (address: string, ca: string) => {
    const { certificate, key } = await newServerCertificate(authority, { address, name: 'desk.local', at });
    const server = createServer({ cert: certificate, key }, (_, answer) => answer.end()).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const options = {
      port,
      ca,
      agent: false,
      checkServerIdentity: (_: string, cert: Parameters<typeof checkServerIdentity>[1]) => checkServerIdentity(address, cert),
    };
    return new Promise<string>((resolve) => {
      get({ host: '127.0.0.1', ...options }, (answer) => resolve(String(answer.resume().statusCode))).on('error', (error) =>
        resolve('code' in error ? String(error.code) : error.message),
      );
    });
  };
  expect(await ask('192.168.1.20', authority.certificate)).toBe('200');
  expect(await ask('fd12:3456::1', authority.certificate)).toBe('200');
  expect(await ask('192.168.1.20', other.certificate)).toMatch(/CERT|VERIFY|ISSUER/);
  // Even with the authority's own key nobody plays a server of the internet.
  for (const address of ['8.8.8.8', '2001:db8::1']) expect(await ask(address, authority.certificate)).toBe('UNSPECIFIED');
  expect(describeCertificate(authority.certificate).fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});

test('the clinic’s authority is for servers alone', async () => {
  const { certificate } = await newAuthority(new Date());
  expect(new X509Certificate(certificate).keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
});

test('of too many windows of a computer one ends that nobody listens in; else the oldest, and its stream with it', () => {
  const gone: string[] = [];
  const windows = new DeviceWindows({ goneMs: 60_000, whenGone: (id) => gone.push(id), whenChanged: () => undefined });
  const device = { id: 'desk', name: 'Front desk', tokenHash: '' };
  let closed = 0;
  const open = () => windows.of(`Bearer ${windows.open(device)}`)?.windowId ?? '';
  const listen = (windowId: string) => windows.stream({ windowId, deviceId: 'desk' }, () => (closed += 1));
  const all = Array.from({ length: 20 }, open);
  const [oldest = '', unused = '', ...others] = all;
  listen(oldest);
  const newest = open();
  expect(gone).toEqual([unused]);
  for (const each of [...others, newest]) listen(each);
  open();
  expect(gone).toEqual([unused, oldest]);
  expect(closed).toBe(1);
  windows.drop();
});

test('a certificate of another address, name or authority, or with little time left, doesn’t fit any more', async () => {
  const at = new Date();
  const [authority, other] = [await newAuthority(at), await newAuthority(at)];
  const fits = { authority: authority.certificate, address: '192.168.1.20', name: 'desk.local', at };
  const { certificate } = await newServerCertificate(authority, fits);
  expect(stillFits(certificate, fits)).toBe(true);
  const changed = [{ address: '192.168.1.21' }, { name: 'other.local' }, { name: null }, { authority: other.certificate }];
  for (const change of [...changed, { at: new Date(at.getTime() + 11 * 86_400_000) }]) {
    expect(stillFits(certificate, { ...fits, ...change }), JSON.stringify(change)).toBe(false);
  }
});

function pairing() {
  const clock = { wall: 1_000_000, monotonic: 0 };
  const made = new Pairing({ now: () => new Date(clock.wall), monotonicMs: () => clock.monotonic });
  made.start('her');
  return { clock, made, code: made.open?.code ?? '', wrong: made.open?.code === '00000000' ? '00000001' : '00000000' };
}

test('a code pairs once, and is told as used afterwards', () => {
  const { made, code } = pairing();
  expect(code).toMatch(/^[0-9]{8}$/);
  expect(made.try(code)).toEqual({ kind: 'paired', userId: 'her', told: true });
  expect([made.open, made.try(code).kind]).toEqual([null, 'used']);
});

test('five tries in all; then the right digits come too late', () => {
  const { made, code, wrong } = pairing();
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    expect(made.open?.triesLeft).toBe(left);
    expect(made.try(wrong).kind).toBe('wrong');
  }
  expect([made.open, made.try(code).kind]).toEqual([null, 'old']);
});

test.each([
  ['its time is over', { wall: CODE_MS, monotonic: CODE_MS }],
  ['the clock on the wall was set back meanwhile', { wall: -1, monotonic: 0 }],
  ['the wall’s clock stood still', { wall: 0, monotonic: CODE_MS }],
  ['the machine slept, and its other clock with it', { wall: CODE_MS, monotonic: 0 }],
])('a code is too old when %s', (_why, passed) => {
  const { made, code, clock } = pairing();
  clock.wall += CODE_MS - 1;
  clock.monotonic += CODE_MS - 1;
  expect(made.open).not.toBe(null);
  clock.wall += passed.wall - (CODE_MS - 1);
  clock.monotonic += passed.monotonic - (CODE_MS - 1);
  expect([made.open, made.try(code).kind]).toEqual([null, 'old']);
});

test('a new code ends the one before; one that was cancelled is over; without any, nothing is told', () => {
  const { made, code } = pairing();
  made.start('her');
  expect(made.try(code).kind).toBe('wrong');
  const second = made.open?.code ?? '';
  made.cancel();
  expect(made.try(second).kind).toBe('old');
  // Whoever goes on guessing can't flood the log.
  expect(Array.from({ length: 8 }, () => made.try(second).told)).toEqual([true, true, true, true, false, false, false, false]);
  expect(new Pairing({ now: () => new Date(), monotonicMs: () => 0 }).try('12345678')).toEqual({
    kind: 'wrong',
    userId: null,
    told: false,
  });
});

test('what the second computer may call is open to reception, and to nobody less than everyone who works here', () => {
  const metas = Object.entries(contract).flatMap(([area, names]) =>
    Object.entries(names).map(([name, procedure]) => [`${area}.${name}`, procedure['~orpc'].meta.roles] as const),
  );
  const known = new Map<string, unknown>(metas);
  for (const procedure of ON_SECOND_COMPUTER) expect([roleSchema.options, 'anyone'], procedure).toContainEqual(known.get(procedure));
});
