import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDate, today } from '@internationalized/date';
import { expect, type Page } from '@playwright/test';
import { readPdf } from '../../electron/cli/check/readPdf.ts';
import { answer, choose, tabTo, type, typeDate, typeTime } from './keyboard.ts';
import { test } from './withHost.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const now = today('Asia/Kolkata');
const inDays = (days: number) => now.add({ days });
const iso = (date: CalendarDate) => date.toString();
/** A date as the paper writes it: 05-Dec-2026. */
const onPaper = (date: CalendarDate) => `${String(date.day).padStart(2, '0')}-${MONTHS[date.month - 1]}-${date.year}`;

const transfer = inDays(9);
const first = inDays(7);
const last = inDays(22);

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
}

/** Goes on section by section until the one with this title is open. */
async function goTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  for (let pressed = 0; pressed < 20; pressed++) {
    const open = (await heading.textContent()) ?? '';
    if (open === title) return;
    await page.keyboard.press('Alt+ArrowRight');
    await expect(heading).not.toHaveText(open);
  }
  throw new Error(`no section "${title}"`);
}

test('a visit from the first start to her paper, by keyboard, with a power cut in the middle', async ({ page, host }) => {
  let newestDraft: Buffer | undefined;
  page.on('requestfinished', async (request) => {
    // While she types a page alone is drawn; the whole paper follows, and is given up when she goes on.
    if (!request.url().endsWith('/consultations/preview') || request.postDataJSON().json.page !== undefined) return;
    const response = await request.response();
    if (!response?.ok()) return;
    const answered = (await response.json()) as { json: { base64: string } };
    newestDraft = Buffer.from(answered.json.base64, 'base64');
  });
  await page.goto(await host.start());

  await test.step('try with a sample clinic, and add a patient', async () => {
    await tabTo(page, page.getByRole('button', { name: /sample clinic/i }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
    await type(page, 'Name', 'MEENA KUMARI (sample)');
    await type(page, 'Record number', 'SF-00-5001');
    await type(page, 'Age in years', '29');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('find her and open the topic', async () => {
    await page.goto(page.url().replace(/#.*/, '#/'));
    await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('meena');
    const row = page.getByRole('row').filter({ hasText: 'MEENA KUMARI' });
    await expect(row).toBeVisible();
    await tabTo(page, row);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Tacrolimus in fertility' })).toBeVisible();
    await page.keyboard.type('Tacro');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'What it is' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Sections' })).toContainText('Tacrolimus in fertility');
    await expect(page.getByRole('banner')).toContainText('MEENA KUMARI (sample)');
  });

  await test.step('what is known of the reasons and the criteria', async () => {
    await goTo(page, 'Why it is considered');
    await type(page, 'How many IVF cycles have failed?', '3');
    await answer(page, 'Were the embryos of good quality?', 'Yes');
    await answer(page, /repeated miscarriages/, 'No');
    await answer(page, /signs of an overactive immune system/, 'Yes');
    await goTo(page, 'Who may benefit');
    await answer(page, /Was the embryo tested/, 'Normal');
    await answer(page, /womb lining/, 'Not known');
    await answer(page, /other common causes/, 'Yes');
    await answer(page, /pelvis healthy/, 'No');
    await saved(page);
    await expect(page.getByRole('status').filter({ hasText: 'So far' })).toContainText('2 of 4 listed criteria met');
  });

  await test.step('a power cut: the same section, and every answer', async () => {
    await goTo(page, 'The decision');
    await answer(page, 'What was decided', 'Start');
    await type(page, 'Why this was discussed, as you say it to her', 'Three good embryos did not lead to a pregnancy.');
    await saved(page);
    await host.kill();
    await page.goto('about:blank');
    await page.goto(await host.start());
    await tabTo(page, page.getByRole('button', { name: /sample clinic/i }));
    await page.keyboard.press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'MEENA KUMARI' });
    await tabTo(page, row);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'The decision' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Start' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: /Why this was discussed/ })).toHaveValue(
      'Three good embryos did not lead to a pregnancy.',
    );
  });

  await test.step('decision, next step and date', async () => {
    await type(page, 'Next step', 'Blood test');
    await typeDate(page, 'Date of the next step', iso(inDays(2)));
    await typeTime(page, 'Time', '08:30');
    await saved(page);
  });

  await test.step('her plan', async () => {
    await goTo(page, 'Your plan');
    await choose(page, 'Form', 'Capsule');
    await type(page, 'Strength, mg', '0.5');
    await choose(page, 'Release', 'Immediate');
    for (const slot of ['Morning', 'Bedtime']) await type(page, slot, '1');
    await type(page, 'Brand', 'Sampletac');
    await expect(page.getByText('1 mg = two 0.5 mg capsules. Total in one day: 1 mg.').first()).toBeVisible();
    await typeDate(page, 'Transfer', iso(transfer));
    await choose(page, 'Begins', 'From the transfer');
    await choose(page, 'Before or after', 'Days before');
    await type(page, 'Days', '2');
    await choose(page, 'Until', 'A date');
    await typeDate(page, 'Last day', iso(last));
    await type(page, 'The transfer moves', 'Not started: wait and call. Started: keep taking it and call the same day.');
    await type(page, 'The test is negative', 'Call us the same day. Keep taking it until we answer.');
    await type(page, 'She bleeds', 'Call us the same day, also at night. Keep taking it.');
    await type(page, 'She vomits a dose', 'Within 30 minutes: call us. Later: carry on as usual.');
    await type(page, 'Fertility specialist', 'Dr A. SAMPLE');
    await type(page, 'Transplant or kidney specialist', 'Dr K. SAMPLE');
    await page.keyboard.press('Tab');
    const readBack = page.getByRole('region', { name: 'Read back' });
    await expect(readBack).toContainText('one in the morning, one at bedtime; 1 mg a day');
    await expect(readBack).toContainText(onPaper(first));
    await expect(readBack).toContainText(onPaper(last));
    await saved(page);
  });

  await test.step('what is still missing stands at the right, and leads to its place', async () => {
    await page.keyboard.press('Alt+0');
    await expect(page.getByRole('heading', { level: 1, name: 'Check everything' })).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: /Allergies and medicines/ }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Medicines and food' })).toBeVisible();
    await answer(page, 'Allergies', 'None, I asked');
    await answer(page, 'Medicines she takes', 'None, I asked');
    await saved(page);
  });

  await test.step('her question', async () => {
    await goTo(page, 'Your questions');
    await type(page, 'Question 1', 'Can I go by train to my mother?');
    await expect(page.getByRole('textbox', { name: 'Question 1' })).toHaveValue('Can I go by train to my mother?');
    await saved(page);
  });

  await test.step('the visit as a file gives the same draft as the program', async () => {
    const visitFile = join(host.dataDir, 'visit.json');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('export');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await (await download).saveAs(visitFile);
    const rendered = spawnSync(process.execPath, ['out/main/handout.js', '--in', visitFile, '--out', '-'], { maxBuffer: 64e6 });
    expect(rendered.stderr.toString()).toBe('');
    expect(rendered.stdout.subarray(0, 5).toString()).toBe('%PDF-');
    await expect.poll(() => newestDraft && Buffer.compare(rendered.stdout, newestDraft)).toBe(0);
  });

  await test.step('make it final', async () => {
    await page.keyboard.press('Alt+0');
    await expect(page.getByRole('button', { name: /Make final for\s*MEENA KUMARI \(sample\), 29, …5001/ })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: /final/i })).toBeVisible({ timeout: 20_000 });
  });

  await test.step('her paper, page by page', async () => {
    const download = page.waitForEvent('download');
    await tabTo(page, page.getByRole('button', { name: 'Save as a file' }));
    await page.keyboard.press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^CL-[0-9A-Z]{4}-[0-9A-Z]{4}-v1\.pdf$/);
    const pdf = await readPdf(readFileSync(await file.path()));
    for (const [index, sheet] of pdf.pages.entries()) {
      expect(sheet.text).toContain('MEENA KUMARI (sample)');
      expect(sheet.text).toContain('SF-00-5001');
      expect(sheet.text).toContain('SAMPLE');
      expect(sheet.text).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(sheet.text).not.toMatch(/DRAFT|900144/);
    }
    const [act, calendar] = pdf.pages.map((sheet) => sheet.text);
    for (const words of [
      'Sample Fertility Clinic',
      '+91 00000 22222',
      'Three good embryos did not lead to a pregnancy.',
      'You start tacrolimus.',
      'not officially approved for this use (off-label)',
      'We are not sure it works.',
      'Tacrolimus 0.5 mg capsules',
      '1 mg = two 0.5 mg capsules. Total in one day: 1 mg.',
      onPaper(first),
      onPaper(last),
      'Never take two doses together',
      'Call us at once if',
      'Fever, chills or sweats',
      'Do not stop because of this list. Call first.',
      '112',
    ])
      expect(act).toContain(words);
    for (const words of ['Your calendar', onPaper(first), onPaper(transfer), 'Embryo transfer', onPaper(last), 'Call us the same day'])
      expect(calendar).toContain(words);
    const all = pdf.pages.map((sheet) => sheet.text).join('\n');
    for (const words of [
      'Why this for you',
      'still to check',
      'Your options',
      'What we know',
      'Side effects',
      'Can I go by train to my mother?',
      'Not answered yet',
    ]) {
      expect(all).toContain(words);
    }
    expect(pdf.language).toBe('en-IN');
  });
});
