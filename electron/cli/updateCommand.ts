import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { checkFile, hashFile, MANIFEST, readUpdate, SIGNATURE, signManifest, UpdateFault } from '#backend/updates/bundle.ts';
import { readPublisherKeys } from '#backend/updates/publisherKeys.ts';
import { packageKindSchema, type UpdateFile, type UpdateManifest, updateManifestSchema } from '#core/domain/update.ts';
import { EXIT, fileTrouble, type Io } from './io.ts';

const HELP = `Makes and checks updates of the program. Keep the private key off any computer with a network.

  npm run --silent update -- keys --out <new folder>
      Makes a key pair: private.pem to sign with, and the line for electron/backend/updates/publisher-keys.json.
  npm run --silent update -- sign --key private.pem --release 1.4.0 --from 1.2.0 --notes notes.json --out <new folder> \\
      windows-x64=<file> mac-arm64=<file> linux-x64-appimage=<file> …
      Copies the packages, writes update.json and its signature.
  npm run --silent update -- check <folder> [--keys publisher-keys.json]
      Checks an update as the program does, with every package in it.
`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  out: { type: 'string' },
  key: { type: 'string' },
  keys: { type: 'string' },
  release: { type: 'string' },
  from: { type: 'string' },
  notes: { type: 'string' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What is wrong with the arguments: exit code 2. */
class BadArguments extends Error {}

function needed(values: Values, name: keyof Values): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new BadArguments(`--${name} is missing (see --help)`);
  return value;
}

async function newFolder(path: string): Promise<string> {
  if (existsSync(path)) throw new BadArguments(`--out: ${path} is there already. Give a new folder.`);
  await mkdir(path, { recursive: true });
  return path;
}

async function makeKeys(values: Values, io: Io): Promise<void> {
  const out = await newFolder(needed(values, 'out'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await writeFile(join(out, 'private.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  const line = {
    name: new Date().toISOString().slice(0, 10),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
  await writeFile(join(out, 'publisher-keys.json'), `${JSON.stringify([line], null, 2)}\n`);
  await io.write(`${JSON.stringify(line)}\n`);
}

async function readPrivateKey(file: string): Promise<KeyObject> {
  const text = await readFile(file, 'utf8');
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below; what the file holds is never said.
  }
  throw new BadArguments('--key: This file holds no private key of the type Ed25519.');
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadArguments('--notes: This file holds no JSON. Write {"en": ["…"], "hi": ["…"]}.');
  }
}

/** `windows-x64=/path/Setup.exe` */
async function fileOf(argument: string): Promise<{ from: string; file: UpdateFile }> {
  const at = argument.indexOf('=');
  const kind = packageKindSchema.safeParse(argument.slice(0, at));
  if (at < 0 || !kind.success) throw new BadArguments(`${argument}: Write kind=file; kinds are ${packageKindSchema.options.join(', ')}.`);
  const from = argument.slice(at + 1);
  const { size } = await stat(from);
  return { from, file: { kind: kind.data, name: basename(from), bytes: size, sha256: await hashFile(from) } };
}

async function signUpdate(values: Values, packages: string[], io: Io): Promise<void> {
  const key = await readPrivateKey(needed(values, 'key'));
  const files = await Promise.all(packages.map(fileOf));
  const manifest = updateManifestSchema.safeParse({
    format: 'consultleaf-update',
    version: 1,
    release: needed(values, 'release'),
    from: needed(values, 'from'),
    madeAt: new Date().toISOString(),
    notes: asJson(await readFile(needed(values, 'notes'), 'utf8')),
    files: files.map(({ file }) => file),
  } satisfies Record<keyof UpdateManifest, unknown>);
  if (!manifest.success) throw new BadArguments(z.prettifyError(manifest.error));
  const bytes = Buffer.from(`${JSON.stringify(manifest.data, null, 2)}\n`);
  const out = await newFolder(needed(values, 'out'));
  for (const { from, file } of files) await copyFile(from, join(out, file.name));
  await writeFile(join(out, MANIFEST), bytes);
  await writeFile(join(out, SIGNATURE), signManifest(bytes, key));
  const publicKey = createPublicKey(key);
  await checkAll(out, [publicKey]);
  await io.write(`${manifest.data.release}, ${files.length} packages, signed and checked: ${out}\n`);
}

async function checkAll(folder: string, keys: readonly KeyObject[]): Promise<UpdateManifest> {
  const manifest = await readUpdate(folder, keys);
  for (const file of manifest.files) await checkFile(join(folder, file.name), file);
  return manifest;
}

async function checkUpdate(values: Values, [folder, ...more]: string[], io: Io): Promise<void> {
  if (folder === undefined || more.length > 0) throw new BadArguments('Give one folder (see --help)');
  const keys = await readPublisherKeys(values.keys ?? join(io.resourcesDir, 'update', 'publisher-keys.json'));
  const { release, from, files } = await checkAll(folder, keys);
  await io.write(`${release} for ${from} and later, ${files.map(({ kind }) => kind).join(', ')}: signed by its publisher, and whole\n`);
}

/** The command `update`. Gives back the exit code: 0 done, 1 an update that can't be used, 2 a fault in the arguments. */
export async function updateCommand(args: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [command, ...rest] = positionals;
    if (values.help) await io.write(HELP);
    else if (command === 'keys') await makeKeys(values, io);
    else if (command === 'sign') await signUpdate(values, rest, io);
    else if (command === 'check') await checkUpdate(values, rest, io);
    else throw new BadArguments(HELP.trimEnd());
    return EXIT.ok;
  } catch (error) {
    if (error instanceof UpdateFault) {
      io.warn(error.message);
      return EXIT.failed;
    }
    const isArgument = error instanceof TypeError && 'code' in error;
    io.warn(error instanceof BadArguments || isArgument ? error.message : `A file can’t be used: ${fileTrouble(error)}.`);
    return EXIT.badInput;
  }
}
