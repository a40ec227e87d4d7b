import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
/** What the table's short names stand for. */
const short: Record<string, string> = {
  boot: 'test/unit/shell/boot.test.ts',
  parts: 'test/unit/shell/parts.test.ts',
  package: 'test/unit/shell/packaging.test.ts',
  page: 'test/e2e/shellStandIn.spec.ts',
  real: 'test/e2e/electron.spec.ts',
};

test('each of the 20 items of Electron’s checklist stands in the table, with tests that exist, and more than the skipped one', () => {
  const rows = [...text('docs/security.md').matchAll(/^\| (\d+) \| .*\| ([^|]+) \|$/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  for (const [, number, shown = ''] of rows) {
    const named = Object.keys(short).filter((name) => new RegExp(`\\b${name}\\b`).test(shown.replace(/`[^`]+`/g, '')));
    const files = [...named.map((name) => short[name] ?? ''), ...[...shown.matchAll(/`(test[^`]+)`/g)].map(([, file]) => file ?? '')];
    expect(files.filter((file) => file !== short.real).length, number).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  }
});

test('nothing in the sources opens an address or a program from a window, embeds a page, or reads pages from files', () => {
  const sources = ['electron/shell', 'electron/host', 'electron/backend', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html|css)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(sources.length).toBeGreaterThan(300);
  const forbidden =
    /openExternal|openPath\(\s*['"`]|<webview|loadFile\(|['"`]file:\/\/|enableBlinkFeatures|webSecurity: false|nodeIntegration: true/;
  expect(sources.filter((file) => forbidden.test(text(file)))).toEqual([]);
});

test('Electron is pinned to one version', () => {
  const { devDependencies } = JSON.parse(text('package.json')) as { devDependencies: Record<string, string> };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, { version: string }> };
  expect(packages['node_modules/electron']?.version).toBe(devDependencies.electron);
});
