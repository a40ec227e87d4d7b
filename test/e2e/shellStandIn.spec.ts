import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { expect, type Page, test } from '@playwright/test';
import { children, electron } from '../support/electronStandIn.ts';
import { bootShell } from '../support/shellInChromium.ts';
import { app } from '../support/standInApp.ts';
import { type BrowserWindow, type MenuItem, windows } from '../support/standInWindows.ts';
import type { Client } from '../support/transports.ts';
import { tabTo, type } from './keyboard.ts';

const PASSWORD = 'correct horse 9';
const DOCTOR = 'Dr Asha RAO';

/** A clinic with a patient, as somebody at another window made it. */
async function makeClinic(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  children.at(-1)?.postMessage({ kind: 'open', windowId: 'maker' }, [port1]);
  port2.start();
  const client: Client = createORPCClient(new RPCLink({ port: port2 }));
  const numbers = { dayPhone: '+91 00000 11111', nightPhone: '+91 00000 22222', emergencyNumbers: ['112'] };
  await client.app.setUp({
    clinic: { name: 'Lakeside Fertility', address: '14 Lake Road, Pune 411001', ...numbers },
    timeZone: 'Asia/Kolkata',
    doctor: { name: DOCTOR, registration: 'MMC 12345' },
    password: PASSWORD,
  });
  const { today } = await client.app.status();
  await client.patients.add({ name: 'KAVITA MORE', recordNumber: 'LF-1', age: { kind: 'told', years: 31, toldOn: today } });
  await client.app.signOut();
  port2.close();
}

/** Every command of a window's native menu, by its id. */
const commandsOf = ({ menu }: BrowserWindow) =>
  new Map(menu.flatMap(({ submenu }: MenuItem) => submenu ?? []).flatMap((item) => (item.id ? [[item.id, item] as const] : [])));

async function signIn(page: Page): Promise<void> {
  const password = page.locator('input[type=password]');
  await expect(password).toBeVisible();
  await password.fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** Ends the backend as a crash does, and waits until the shell has started the next one. */
async function crashBackend(): Promise<void> {
  const ending = children.at(-1);
  if (!ending) throw new Error('There is no backend.');
  const ended = once(ending, 'exit');
  ending.kill();
  await ended;
}

test('the built shell on a stand-in for Electron, its window in Chromium: menu, mishaps, files, sleep', async ({ context }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-shell-page-'));
  process.env.CONSULTLEAF_DATA = dataDir;
  const { pageOf, refused } = await bootShell(context);
  await expect.poll(() => windows[0]?.menu.length ?? 0).toBeGreaterThan(0);
  const [window] = windows;
  if (!window) throw new Error('The shell opened no window.');
  await makeClinic();
  const page = pageOf(window);
  const title = page.getByRole('heading', { level: 1 });
  const why = page.getByRole('textbox', { name: /Why this was discussed/ });

  await test.step('sign in, and open a visit', async () => {
    await signIn(page);
    await page.getByRole('row').filter({ hasText: 'KAVITA MORE' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => commandsOf(window).has('visit.start.1')).toBe(true);
    await page.keyboard.press('Alt+v');
    await expect(title).toHaveText('What it is');
  });

  await test.step('the native menu does what the window can do, and shows its keys', async () => {
    await expect.poll(() => commandsOf(window).get('check')?.accelerator).toBe('Alt+0');
    expect(commandsOf(window).get('check')?.registerAccelerator).toBe(false);
    commandsOf(window).get('section.next')?.click?.();
    await expect(title).toHaveText('Why it is considered');
    commandsOf(window).get('language')?.click?.();
    await expect.poll(() => window.menu.map(({ label }) => label)).toContain('देखें');
    expect(window.menu.flatMap(({ label }) => label ?? []).filter((label) => /[a-z]/i.test(label))).toEqual([]);
    commandsOf(window).get('language')?.click?.();
    await expect.poll(() => window.menu.map(({ label }) => label)).toContain('View');
  });

  await test.step('the patient’s window fills the other screen, shows the section alone, and may ask the shell nothing', async () => {
    await page.keyboard.press('Alt+w');
    const dialog = page.getByRole('dialog', { name: 'Patient’s screen' });
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => windows.length).toBe(2);
    const [, second] = windows;
    if (!second) throw new Error('The shell opened no second window.');
    expect(second.options).toMatchObject({ x: 1920, fullscreen: true });
    await expect.poll(() => context.pages().length).toBe(2);
    const patients = pageOf(second);
    await dialog.getByRole('button', { name: /^She can read it/ }).click();
    await expect(patients.getByRole('heading', { level: 1 })).toHaveText('Why it is considered');
    expect(await patients.locator('body').innerText()).not.toContain('KAVITA');
    const asking = patients.evaluate(() => (globalThis as unknown as Pick<Window, 'consultleaf'>).consultleaf?.displays());
    await expect(asking).rejects.toThrow('Refused.');
    await expect(dialog).toBeHidden();
    second.close();
  });

  await test.step('the backend ends while she types: nothing is lost, and the same screen comes back', async () => {
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: /The decision/ })
      .click();
    await expect(title).toHaveText('The decision');
    await type(page, 'Why this was discussed, as you say it to her', 'Three good embryos');
    await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
    await page.keyboard.insertText(' did not lead to a pregnancy.');
    await crashBackend();
    await signIn(page);
    await expect(title).toHaveText('The decision');
    await expect(why).toHaveValue('Three good embryos did not lead to a pregnancy.');
    await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
    await page.reload();
    await expect(why).toHaveValue('Three good embryos did not lead to a pregnancy.');
  });

  await test.step('the page ends by itself: it is loaded again where it was, and she is still signed in', async () => {
    const loaded = page.waitForEvent('load');
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await loaded;
    await expect(why).toHaveValue('Three good embryos did not lead to a pregnancy.');
  });

  await test.step('a visit file that the system opens is shown as its paper; a topic pack is checked', async () => {
    const file = join(dataDir, 'CL-7K2M-94QX.clvisit');
    writeFileSync(file, spawnSync(process.execPath, ['out/main/handout.js', '--example']).stdout);
    app.emit('second-instance', {}, ['consultleaf', file]);
    await expect(title).toHaveText('Look at a file');
    await expect(page.getByText('Page 1 of').first()).toBeVisible();
    const folder = page.locator('input[type=file]').nth(1);
    await folder.setInputFiles('out/resources/packs/tacrolimus-fertility');
    await expect(page.getByText('No faults were found in this topic pack.')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: /Choose a topic pack/ }));
  });

  await test.step('sleep signs her out, and the window holds nothing of a patient', async () => {
    electron.powerMonitor.emit('suspend');
    await expect(page.locator('input[type=password]')).toBeVisible();
    expect(await page.locator('body').innerText()).not.toContain('KAVITA');
    await expect.poll(() => commandsOf(window).size).toBe(0);
  });

  await test.step('the place where she was is remembered by random ids alone, and no page reached for anything else', async () => {
    expect(readFileSync(join(dataDir, 'electron', 'window.json'), 'utf8')).toMatch(/"path":"\/files"/);
    expect(refused).toEqual([]);
  });

  const ended = once(app, 'stand-in:ended');
  app.quit();
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
});
