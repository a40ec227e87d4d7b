import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const planted: string[] = [];

afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file, { force: true });
});

/** Writes a file that breaks a rule and asks dependency-cruiser about that file alone. */
function violationsOf(path: string, code: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  planted.push(file);
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    path,
  ];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout;
}

test.each([
  ['domain-is-pure', 'electron/core/domain/planted.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n"],
  ['domain-is-pure', 'electron/core/domain/planted.ts', "import type { Store } from '#backend/store/store.ts';\nexport type X = Store;\n"],
  [
    'renderer-sees-core',
    'renderer/planted.tsx',
    "import type { Store } from '../electron/backend/store/store.ts';\nexport type X = Store;\n",
  ],
  ['electron-only-in-shell', 'electron/backend/services/planted.ts', "import { app } from 'electron';\nexport const x = app;\n"],
  ['sql-only-in-store', 'electron/backend/services/planted.ts', "import Database from 'better-sqlite3';\nexport const x = Database;\n"],
  [
    'store-stands-alone',
    'electron/backend/store/planted.ts',
    "import type { LoadedPack } from '#backend/packs/packs.ts';\nexport type X = LoadedPack;\n",
  ],
])('an import that breaks "%s" is caught in %s', (rule, path, code) => {
  expect(violationsOf(path, code)).toContain(`error ${rule}: ${path}`);
});

test('an import in the right direction passes', () => {
  const code = "import type { Pack } from '#core/domain/pack.ts';\nexport type X = Pack;\n";
  expect(violationsOf('electron/backend/packs/planted.ts', code)).toContain('no dependency violations found');
});
