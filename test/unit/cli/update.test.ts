import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { updateCommand } from '../../../electron/cli/updateCommand.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-update-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the command; gives its exit code and all that it said. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const io = {
    stdin: Readable.from([]),
    write: async (bytes: Uint8Array | string) => {
      said += bytes;
    },
    warn: (line: string) => {
      said += `${line}\n`;
    },
    resourcesDir: '/nowhere',
  };
  return { code: await updateCommand(args, io), said };
}

async function signed() {
  const folder = temporaryFolder();
  const [keys, out, notes] = [join(folder, 'keys'), join(folder, 'update'), join(folder, 'notes.json')];
  expect((await run('keys', '--out', keys)).code).toBe(0);
  writeFileSync(notes, JSON.stringify({ en: ['Faster.'], hi: ['तेज़।'] }));
  const packages = ['windows-x64', 'linux-x64-deb'].map((kind) => {
    writeFileSync(join(folder, `${kind}.bin`), `the package for ${kind}`);
    return `${kind}=${join(folder, `${kind}.bin`)}`;
  });
  const key = join(keys, 'private.pem');
  const args = ['--key', key, '--release', '1.4.0', '--from', '1.2.0', '--notes', notes];
  const check = () => run('check', out, '--keys', join(keys, 'publisher-keys.json'));
  return { folder, keys, out, key, args, packages, check };
}

test('an update is signed with a key that was made, checked, and refused as soon as a byte of it is another one', async () => {
  const { out, args, packages, check, keys } = await signed();
  expect(await run('sign', ...args, '--out', out, ...packages)).toMatchObject({
    code: 0,
    said: expect.stringContaining('1.4.0, 2 packages'),
  });
  expect(await check()).toEqual({
    code: 0,
    said: '1.4.0 for 1.2.0 and later, windows-x64, linux-x64-deb: signed by its publisher, and whole\n',
  });
  expect(statSync(join(keys, 'private.pem')).mode & 0o077).toBe(0);

  const manifest = join(out, 'update.json');
  const whole = readFileSync(manifest);
  writeFileSync(manifest, whole.toString().replace('"1.2.0"', '"0.1.0"'));
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('does not come from the makers') });
  writeFileSync(manifest, whole);

  const signature = join(out, 'update.sig');
  const given = readFileSync(signature);
  for (const other of ['', 'AAAA', given.toString().replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))]) {
    writeFileSync(signature, other);
    expect((await check()).code, other).toBe(1);
  }
  writeFileSync(signature, given);

  appendFileSync(join(out, 'linux-x64-deb.bin'), '!');
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('damaged') });
  rmSync(join(out, 'linux-x64-deb.bin'));
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('missing') });
});

test('the key of somebody else signs nothing that this program takes', async () => {
  const [mine, theirs] = [await signed(), await signed()];
  await run('sign', ...theirs.args, '--out', theirs.out, ...theirs.packages);
  const keys = join(mine.keys, 'publisher-keys.json');
  expect(await run('check', theirs.out, '--keys', keys)).toMatchObject({ code: 1, said: expect.stringContaining('Don’t use it') });
});

test('what is wrong with the arguments is said at the argument, and nothing is written over', async () => {
  const { folder, out, args, packages, keys } = await signed();
  const sign = (...more: string[]) => run('sign', ...args, '--out', out, ...more);
  expect(await sign('beos=x')).toMatchObject({ code: 2, said: expect.stringContaining('kinds are windows-x64') });
  expect(await sign(`windows-x64=${join(folder, 'nowhere')}`)).toMatchObject({ code: 2, said: expect.stringContaining('no such file') });
  expect(await sign(...packages, '--release', 'one')).toMatchObject({ code: 2, said: expect.stringContaining('release') });
  expect(await sign(...packages, '--out', keys)).toMatchObject({ code: 2, said: expect.stringContaining('is there already') });
  expect(await sign(...packages, '--key', join(keys, 'publisher-keys.json'))).toMatchObject({
    code: 2,
    said: expect.stringContaining('no private key'),
  });
  expect(await run('sign')).toMatchObject({ code: 2, said: expect.stringContaining('--key is missing') });
  expect(await run('--colour')).toMatchObject({ code: 2 });
});
