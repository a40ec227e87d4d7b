import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { type Transport, transports } from '../../support/transports.ts';

const HOOK_MS = 60_000;

describe.each(transports)('over %s', (_name, open) => {
  let running: TestBackend;
  let transport: Transport;
  beforeEach(async () => {
    running = new TestBackend();
    transport = await open(running.backend);
  }, HOOK_MS);
  afterEach(async () => {
    await transport.close();
    await running.close();
  }, HOOK_MS);

  test('language and colours are each person’s own, and before anybody signs in those last used on this computer', async () => {
    const window = await transport.openWindow();
    const lookNow = async () => (await window.app.status()).look;
    expect(await lookNow()).toEqual({ language: null, theme: 'system' });
    await window.app.setLook({ language: 'hi' });
    const { user } = await window.app.setUp(firstStart);
    // Who has chosen nothing goes on in the language that the window speaks.
    expect(await lookNow()).toEqual({ language: null, theme: 'system' });
    expect(await window.app.setLook({ theme: 'contrast' })).toEqual({ language: null, theme: 'contrast' });
    await window.users.add({ name: 'Ravi', roles: ['reception'], password: 'a first password', ownPassword: PASSWORD });
    await window.app.signOut();
    expect(await lookNow()).toEqual({ language: 'hi', theme: 'contrast' });

    const ravi = (await window.app.status()).users.find(({ name }) => name === 'Ravi');
    await window.app.signIn({ userId: ravi?.id ?? '', password: 'a first password' });
    // Also before the first password is changed: she has to read what to do.
    await window.app.setLook({ language: 'en', theme: 'dark' });
    await window.app.signIn({ userId: user.id, password: PASSWORD });
    expect(await lookNow()).toEqual({ language: null, theme: 'contrast' });
    await window.app.signIn({ userId: ravi?.id ?? '', password: 'a first password' });
    expect(await lookNow()).toEqual({ language: 'en', theme: 'dark' });

    await transport.close();
    await running.stop();
    transport = await open(running.backend);
    const next = await transport.openWindow();
    expect((await next.app.status()).look).toEqual({ language: 'en', theme: 'dark' });
    const file = join(running.dataDir, 'look.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'en', theme: 'dark' });
    writeFileSync(file, '{"language":');
    expect((await next.app.status()).look).toEqual({ language: null, theme: 'system' });
  });
});
