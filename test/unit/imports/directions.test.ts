import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let copy = '';

/** A copy of the sources to plant in: the checkout itself is never touched. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'consultleaf-imports-'));
  for (const part of ['electron', 'renderer', 'templates', 'package.json', '.dependency-cruiser.mjs']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Writes a file that breaks a rule and asks dependency-cruiser about that file alone. */
function violationsOf(path: string, code: string): string {
  const file = join(copy, path);
  writeFileSync(file, code);
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const found = spawnSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.mjs', '--preserve-symlinks', '--output-type', 'err', path],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  rmSync(file);
  return found.stdout;
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
