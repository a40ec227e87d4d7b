import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { Menu } from 'electron';
import { makeFinal, openSample, startVisit } from './shortVisit.ts';

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

/** Keeps the menus that windows are given where a test can reach them: only macOS has one that can be asked for. */
const keepMenus = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const menus = new Map<number, Menu>();
    Object.assign(globalThis, { shownMenus: menus });
    const { setMenu } = BrowserWindow.prototype;
    BrowserWindow.prototype.setMenu = function keep(menu) {
      if (menu) menus.set(this.id, menu);
      return setMenu.call(this, menu);
    };
  });

/** Chooses a command in the menu bar of the first window, by its id. */
const chooseInMenu = (app: ElectronApplication, id: string) =>
  app.evaluate(({ BrowserWindow, Menu: menu }, wanted) => {
    const kept = (globalThis as unknown as { shownMenus: Map<number, Menu> }).shownMenus;
    const [window] = BrowserWindow.getAllWindows();
    const bar = process.platform === 'darwin' ? menu.getApplicationMenu() : window && kept.get(window.id);
    bar?.getMenuItemById(wanted)?.click();
    return bar?.items.map(({ label }) => label) ?? [];
  }, id);

test('the real shell: a whole visit, a second window, a reload, the menu, and mishaps', async () => {
  if (binary === undefined) throw new Error('REQUIRE_ELECTRON is set and there is no Electron binary.');
  const data = mkdtempSync(join(tmpdir(), 'consultleaf-electron-'));
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(isRoot ? ['--no-sandbox'] : []), '.'],
    env: { ...process.env, CONSULTLEAF_DATA: data },
  });
  await keepMenus(app);
  const page = await app.firstWindow();
  const title = page.getByRole('heading', { level: 1 });

  await test.step('a visit to its final paper', async () => {
    await openSample(page);
    await startVisit(page);
    await expect(page.getByText('Page 1 of').first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the menu bar does what the window can do', async () => {
    const labels = await chooseInMenu(app, 'check');
    expect(labels).toEqual(expect.arrayContaining(['Sections', 'This visit', 'Edit', 'View', 'Window']));
    await expect(title).toHaveText('Check everything');
    await makeFinal(page);
  });

  await test.step('a page has no Node, no network and no way out', async () => {
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis))).toEqual([]);
    expect(await page.evaluate(() => fetch('https://example.com').then(String, (error: unknown) => String(error)))).toContain('Failed');
    expect(await page.evaluate(() => window.open('https://example.com'))).toBeNull();
    const url = page.url();
    await page.evaluate(() => location.assign('https://example.com'));
    expect(page.url()).toBe(url);
    // Linux doesn't tell; as root the sandbox is off.
    const pages = await app.evaluate((electron) => electron.app.getAppMetrics().filter((each) => each.type === 'Tab'));
    if (!isRoot && process.platform !== 'linux') expect(pages.map((each) => each.sandboxed)).toEqual(pages.map(() => true));
  });

  await test.step('a reload keeps the sign-in and the screen', async () => {
    const final = await title.textContent();
    await page.reload();
    await expect(title).toHaveText(final ?? '');
  });

  await test.step('a second start opens a window of its own, in which nobody is signed in', async () => {
    const opened = app.waitForEvent('window');
    await app.evaluate((electron) => void electron.app.emit('second-instance', {}, ['consultleaf'], '/'));
    const second: Page = await opened;
    await expect(second.getByRole('button', { name: /sample clinic/i })).toBeVisible();
    await second.close();
  });

  await test.step('the backend ends by itself: it runs again, and the windows are answered', async () => {
    await app.evaluate((electron) => {
      const store = electron.app.getAppMetrics().find(({ serviceName, name }) => `${serviceName} ${name}`.includes('Consultleaf store'));
      if (store) process.kill(store.pid, 'SIGKILL');
    });
    await openSample(page);
    await expect(page.getByRole('row').filter({ hasText: 'SUNITA DEVI' })).toBeVisible();
  });

  await test.step('sleep signs everybody out', async () => {
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expect(page.getByRole('button', { name: /sample clinic/i })).toBeVisible();
    await openSample(page);
  });

  await test.step('a page that ends by itself comes back where it was', async () => {
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await expect(page.getByRole('textbox').first()).toBeVisible();
    // The test's own connection ends with the page, so the window itself is asked.
    const shown = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'location.hash + " " + (document.querySelectorAll("input").length > 0)',
        ),
      );
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(shown).toBe('#/settings true');
  });

  await app.close();
  rmSync(data, { recursive: true, force: true });
});
