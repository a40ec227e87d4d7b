import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './withHost.ts';

const PASSWORD = 'a short sentence 9';
const FIELDS: [string, string][] = [
  ['Name of the clinic', 'Lakeside Fertility'],
  ['Address', '14 Lake Road, Pune 411001'],
  ['Who answers in the day?', '+91 20 0000 3333'],
  ['Who answers at 2 am?', '+91 90000 44444'],
  ['Emergency numbers', '112, 108'],
  ['Name, as printed', 'Dr Asha RAO'],
  ['Registration number', 'MMC 12345'],
  ['Password', PASSWORD],
];

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const open = (page: Page, path: string) => page.goto(page.url().replace(/#.*/, `#${path}`));

async function setUp(page: Page): Promise<void> {
  await press(page, 'Set up our clinic');
  for (const [label, value] of FIELDS) await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, 'Make our clinic');
  await expect(heading(page, 'Your recovery key')).toBeVisible();
  const shown = (await page.getByRole('region', { name: 'Your recovery key' }).textContent()) ?? '';
  const last = /(?:[0-9A-Z]{5}-){7}([0-9A-Z]{5})/.exec(shown)?.[1] ?? '';
  await page.getByLabel('Last group, number 8').fill(last);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'No patients yet')).toBeVisible();
}

async function addPatient(page: Page, name: string, record: string): Promise<void> {
  await open(page, '/');
  await page.getByRole('button', { name: /Add a patient/ }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Record number', { exact: true }).fill(record);
  await page.getByLabel('Age in years').fill('32');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Visits')).toBeVisible();
}

async function signIn(page: Page): Promise<void> {
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Patients')).toBeVisible();
}

/** From the list of backups to the records being back. */
async function restore(page: Page, go: string): Promise<void> {
  await press(page, 'Open this backup');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, go);
  if (go === 'Get the records back') await page.getByRole('button', { name: /^Yes, go back to/ }).click();
  await expect(heading(page, 'The records are back')).toBeVisible();
}

test('backed up, looked up in the log, brought back, lost, and carried to another computer', async ({ page, host, anotherHost }) => {
  const stick = mkdtempSync(join(tmpdir(), 'consultleaf-stick-'));
  await page.goto(await host.start());
  await setUp(page);
  await addPatient(page, 'ANITA', 'LF-0001');

  await test.step('a second place, and a backup that lies in both', async () => {
    await open(page, '/settings/backups');
    await page.getByRole('region', { name: 'Second place' }).getByRole('button', { name: 'Choose it' }).click();
    const typed = page.getByRole('radio', { name: 'Another folder' });
    await expect(typed.or(page.getByRole('textbox', { name: 'Folder' })).first()).toBeVisible();
    if (await typed.isVisible()) await typed.check({ force: true });
    await page.getByRole('textbox', { name: 'Folder' }).fill(join(stick, 'nowhere'));
    await press(page, 'Use this place');
    await expect(page.getByRole('textbox', { name: 'Folder' })).toHaveAccessibleDescription(/folder/i);
    await page.getByRole('textbox', { name: 'Folder' }).fill(stick);
    await press(page, 'Use this place');
    await expect(page.getByText(stick, { exact: true })).toBeVisible();
    await page.getByRole('region', { name: 'Are the records safe?' }).getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByRole('main').getByText('Backed up and checked')).toBeVisible();
    await expect(page.getByText('The records are safe: a copy here, and one in the second place.')).toBeVisible();
  });

  await test.step('the log names what was done, filtered, whole, and as a file', async () => {
    await open(page, '/settings/log');
    await expect(page.getByText('Added a patient', { exact: true })).toBeVisible();
    await expect(page.getByText('LF-0001').first()).toBeVisible();
    await page.getByRole('button', { name: /Kind/ }).click();
    await page.getByRole('option', { name: 'Backups' }).click();
    await expect(page.getByText('Added a patient', { exact: true })).toBeHidden();
    await expect(page.getByText('Made a backup', { exact: true }).first()).toBeVisible();
    await press(page, 'Check the whole log');
    await expect(page.getByRole('main').getByText(/^The log is whole: \d+ rows/)).toBeVisible();
    const saving = page.waitForEvent('download');
    await press(page, 'Save as CSV');
    const saved = await saving;
    expect(saved.suggestedFilename()).not.toMatch(/anita|rao|lake/i);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('backup.make');
  });

  await test.step('what was written after the backup is gone when it is put back, and the state before is kept', async () => {
    await addPatient(page, 'MEENA', 'LF-0002');
    await open(page, '/settings/backups');
    await page
      .getByRole('link', { name: /^Go back to it: backup of .*, beside the records$/ })
      .first()
      .click();
    await restore(page, 'Get the records back');
    await expect(page.getByText(host.dataDir, { exact: false })).toBeVisible();
    await press(page, 'Sign in');
    await signIn(page);
    await expect(page.getByText('ANITA')).toBeVisible();
    await expect(page.getByText('MEENA')).toBeHidden();
  });

  await test.step('an emptied database is a fault with a way out, and nothing is created anew', async () => {
    await host.kill();
    truncateSync(join(host.dataDir, 'clinic', 'clinic.db'), 0);
    await page.goto(await host.start());
    await expect(heading(page, 'The file with the records is empty')).toBeVisible();
    await press(page, 'Try again');
    await expect(page.getByText('It is still so. Nothing has changed.')).toBeVisible();
    await expect(page.getByText(join(host.dataDir, 'clinic'), { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Get the records back from a backup' }).click();
    await restore(page, 'Get the records back');
    await press(page, 'Sign in');
    await signIn(page);
    await expect(page.getByText('ANITA')).toBeVisible();
  });

  await test.step('on another computer the stick and a password are enough', async () => {
    await host.close();
    const other = anotherHost();
    mkdirSync(other.dataDir, { recursive: true });
    await page.goto(await other.start());
    await page.getByRole('link', { name: 'I have a backup' }).click();
    const typed = page.getByRole('radio', { name: 'Another folder' });
    await expect(typed.or(page.getByRole('textbox', { name: 'Folder of the backup' })).first()).toBeVisible();
    if (await typed.isVisible()) await typed.check({ force: true });
    await page.getByRole('textbox', { name: 'Folder of the backup' }).fill(stick);
    await restore(page, 'Bring the records to this computer');
    await press(page, 'Sign in');
    await signIn(page);
    await expect(page.getByText('ANITA')).toBeVisible();
  });
  rmSync(stick, { recursive: true, force: true });
});
