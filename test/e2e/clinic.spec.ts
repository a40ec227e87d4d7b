import { readFileSync } from 'node:fs';
import { type CalendarDate, today } from '@internationalized/date';
import { type ConsoleMessage, expect, type Page } from '@playwright/test';
import { readPdf } from '../../electron/cli/check/readPdf.ts';
import { answer, tabTo, type, typeDate } from './keyboard.ts';
import { test } from './withHost.ts';

const TOPIC = 'Tacrolimus in fertility';
const PASSWORD = 'a short sentence 9';
const CLINIC = {
  name: 'Lakeside Fertility',
  address: '14 Lake Road, Pune 411001',
  day: '+91 20 0000 3333',
  night: '+91 90000 44444',
};
const now = today('Asia/Kolkata');
const inDays = (days: number): string => (now.add({ days }) satisfies CalendarDate).toString();

async function press(page: Page, name: RegExp | string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
}

async function goTo(page: Page, title: string): Promise<void> {
  for (let pressed = 0; pressed < 20; pressed++) {
    if (await page.getByRole('heading', { level: 1, name: title, exact: true }).isVisible()) return;
    const before = page.url();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => page.url()).not.toBe(before);
  }
  throw new Error(`no section "${title}"`);
}

/** What the browser complains of, from now on; the refused sign-in is one that it must complain of. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  const isComplaint = (message: ConsoleMessage) =>
    ['error', 'warning'].includes(message.type()) && !message.location().url.endsWith('/app/signIn');
  page.on('console', (message) => isComplaint(message) && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

test('a clinic of its own: from its first start over the approval to a paper that is hers and the clinic’s', async ({ page, host }) => {
  const heard = complaints(page);
  // No print window opens without a screen: what would be printed is written down instead.
  await page.addInitScript(() => {
    window.print = () => window.top?.document.documentElement.setAttribute('data-printed', document.contentType);
  });
  await page.goto(await host.start());

  await test.step('set up, and keep the recovery key that is shown once', async () => {
    await press(page, 'Set up our clinic');
    await type(page, 'Name of the clinic', CLINIC.name);
    await type(page, 'Address', CLINIC.address);
    await type(page, 'Who answers in the day?', CLINIC.day);
    await tabTo(page, page.getByRole('textbox', { name: /^When/ }));
    await page.keyboard.insertText('9 to 17, Mon to Sat');
    await type(page, 'Who answers at 2 am?', CLINIC.night);
    await type(page, 'Emergency numbers', '112, 108');
    await type(page, 'Name, as printed', 'Dr Asha RAO');
    await type(page, 'Registration number', 'MMC 12345');
    await tabTo(page, page.locator('input[type=password]'));
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Your recovery key' })).toBeVisible({ timeout: 20_000 });
    const key = /(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}/;
    await expect(page.getByRole('region', { name: 'Your recovery key' })).toContainText(key);
    const shown = (await page.getByRole('region', { name: 'Your recovery key' }).textContent()) ?? '';
    const saving = page.waitForEvent('download');
    await press(page, 'Save the page');
    const paper = await readPdf(readFileSync(await (await saving).path()));
    const groups = key.exec(shown)?.[0].split('-') ?? [];
    expect(paper.pages).toHaveLength(1);
    for (const group of groups) expect(JSON.stringify(paper.pages)).toContain(group);
    await type(page, 'Last group, number 8', groups.at(-1) ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No patients yet');
    await page.goto(page.url().replace(/#.*/, '#/setup'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No patients yet');
    await expect(page.locator('body')).not.toContainText(key);
  });

  await test.step('sign out; a wrong password says so and a right one opens', async () => {
    await press(page, /Dr Asha RAO/);
    await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await page.keyboard.insertText('not the right one');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This password is wrong.')).toBeVisible({ timeout: 20_000 });
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible({ timeout: 20_000 });
  });

  await test.step('add a patient and start', async () => {
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
    await type(page, 'Name', 'RADHA');
    await type(page, 'Record number', 'P-2041');
    await type(page, 'Age in years', '31');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.goto(page.url().replace(/#.*/, '#/'));
    const waits = page.getByRole('complementary', { name: 'Waits for you' });
    await expect(
      waits.getByRole('listitem').filter({ hasText: TOPIC }).getByRole('link', { name: 'Approve the English text' }),
    ).toBeVisible();
    await tabTo(page, page.getByRole('row').filter({ hasText: 'RADHA' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible();
    await press(page, 'Start a visit');
    await page.getByRole('menuitem', { name: TOPIC }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'What it is' })).toBeVisible();
  });

  await test.step('the decision to wait, in a few words', async () => {
    await goTo(page, 'The decision');
    await answer(page, 'What was decided', 'Wait for results');
    await type(page, 'Next step', 'Biopsy of the womb lining');
    await typeDate(page, 'Date of the next step', inDays(5));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('no final without an approval: the gate says so and leads there', async () => {
    await page.keyboard.press('Alt+0');
    await expect(page.getByText('One thing is left.')).toBeVisible();
    const final = page.getByRole('button', { name: /Make final for\s*RADHA, 31, …2041/ });
    await expect(final).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Check everything' })).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: 'Approved words, English 1.0' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Read and approve: / })).toBeVisible();
  });

  await test.step('approve, and back', async () => {
    const end = page.getByRole('navigation', { name: 'Parts of the topic' }).getByRole('button', { name: /^Approve version/ });
    await end.press('Enter');
    const approval = page.getByRole('region', { name: 'Approve version 1.0 in English' });
    await tabTo(page, approval.getByRole('button', { name: 'Approve version 1.0 in English' }));
    await page.keyboard.press('Enter');
    await expect(approval).toContainText(/Approved in English by Dr Asha RAO, /);
    await press(page, 'Back');
    await expect(page.getByText('Ready. All that wait for results needs is here.')).toBeVisible();
  });

  await test.step('final', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Final' })).toBeVisible({ timeout: 20_000 });
  });

  await test.step('her paper bears the clinic’s own numbers, and no mark', async () => {
    const download = page.waitForEvent('download');
    await press(page, 'Save as a file');
    const pdf = await readPdf(readFileSync(await (await download).path()));
    for (const { text } of pdf.pages) {
      expect(text).toContain('RADHA');
      expect(text).toContain('P-2041');
      expect(text).not.toMatch(/SAMPLE|DRAFT|sample/);
    }
    for (const words of [CLINIC.name, CLINIC.address, CLINIC.day, CLINIC.night, 'Dr Asha RAO', 'MMC 12345', 'Biopsy of the womb lining'])
      expect(pdf.pages[0]?.text).toContain(words);
  });

  await test.step('Print hands the stored PDF, and nothing else, to the system’s print window', async () => {
    const isPrint = (body: string | null) => body?.includes('"purpose":"print"') === true;
    const asked = page.waitForRequest((request) => request.url().endsWith('/handouts/pdf') && isPrint(request.postData()));
    await press(page, /^Print$/);
    await asked;
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'application/pdf');
    await expect(page.locator('#consultleaf-print')).toHaveAttribute('src', /^blob:/);
  });

  expect(heard).toEqual([]);
});
