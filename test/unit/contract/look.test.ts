import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client, programOfEachTest, restart, running } from '../../support/program.ts';
import { transports } from '../../support/transports.ts';

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open });

  test('language and colours are each person’s own, and before anybody signs in those last used on this computer', async () => {
    const lookNow = async () => (await client.app.status()).look;
    expect(await lookNow()).toEqual({ language: null, theme: 'system' });
    await client.app.setLook({ language: 'hi' });
    const { user } = await client.app.setUp(firstStart);
    // Who has chosen nothing goes on in the language that the window speaks.
    expect(await lookNow()).toEqual({ language: null, theme: 'system' });
    expect(await client.app.setLook({ theme: 'contrast' })).toEqual({ language: null, theme: 'contrast' });
    await client.users.add({ name: 'Ravi', roles: ['reception'], password: 'a first password', ownPassword: PASSWORD });
    await client.app.signOut();
    expect(await lookNow()).toEqual({ language: 'hi', theme: 'contrast' });

    const ravi = (await client.app.status()).users.find(({ name }) => name === 'Ravi');
    await client.app.signIn({ userId: ravi?.id ?? '', password: 'a first password' });
    // Also before the first password is changed: she has to read what to do.
    await client.app.setLook({ language: 'en', theme: 'dark' });
    await client.app.signIn({ userId: user.id, password: PASSWORD });
    expect(await lookNow()).toEqual({ language: null, theme: 'contrast' });
    await client.app.signIn({ userId: ravi?.id ?? '', password: 'a first password' });
    expect(await lookNow()).toEqual({ language: 'en', theme: 'dark' });

    await restart();
    expect((await client.app.status()).look).toEqual({ language: 'en', theme: 'dark' });
    const file = join(running.dataDir, 'look.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'en', theme: 'dark' });
    writeFileSync(file, '{"language":');
    expect((await client.app.status()).look).toEqual({ language: null, theme: 'system' });
  });
});
