import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

/** The downloaded Electron binary, if there is one. `require('electron')` is never called: it would start a download. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const pathFile = join(folder, 'path.txt');
  const file = existsSync(pathFile) ? join(dist, readFileSync(pathFile, 'utf8')) : '';
  return file !== '' && existsSync(file) ? file : undefined;
}

const binary = electronBinary();
if (process.env.REQUIRE_ELECTRON !== '1')
  test.skip(binary === undefined, 'no Electron binary on this machine: node node_modules/electron/install.js');

test('the real shell opens the sample clinic and draws a draft', async () => {
  if (binary === undefined) throw new Error('REQUIRE_ELECTRON is set and there is no Electron binary.');
  const data = mkdtempSync(join(tmpdir(), 'consultleaf-electron-'));
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${join(data, 'profile')}`, '.'],
    env: { ...process.env, CONSULTLEAF_DATA: join(data, 'clinic') },
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Tacrolimus in fertility' })).toBeVisible();
  await page.keyboard.type('Tacro');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Page 1 of').first()).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  await app.close();
  rmSync(data, { recursive: true, force: true });
});
