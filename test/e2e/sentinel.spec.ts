import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CalendarDate, today } from '@internationalized/date';
import { expect, type Page, test } from '@playwright/test';
import { StartedProgram } from '../support/startedProgram.ts';
import { filesBelow, type Needle, needlesOf, needlesOfBytes, tracesIn } from '../support/traces.ts';

// The test's own record of its steps would hold what it typed.
test.use({ trace: 'off' });
test.skip(process.platform !== 'linux', 'the search of a whole machine is written for Linux');

/** Letters that stand together nowhere else, different in each run. */
const unheardOf = (letters: string) => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
const SENTINELS = {
  'her name': `Z${unheardOf('bcdfghjklmnpqrstvwxz')}`,
  'her name in Devanagari': unheardOf('कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह'),
  'the note': `Q${unheardOf('bcdfghjklmnpqrstvwxz')}`,
  'the password': `W${unheardOf('bcdfghjklmnpqrstvwxz')} 7`,
};
const needles = (): Needle[] => Object.entries(SENTINELS).flatMap(([what, text]) => needlesOf(what, text));

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** A clinic of its own; gives its recovery key. */
async function setUp(page: Page): Promise<string> {
  await press(page, 'Set up our clinic');
  await field(page, 'Name of the clinic').fill('Lakeside Fertility');
  await field(page, 'Address').fill('14 Lake Road, Pune 411001');
  await field(page, 'Who answers in the day?').fill('+91 20 0000 3333');
  await field(page, /^When/).fill('9 to 17, Mon to Sat');
  await field(page, 'Who answers at 2 am?').fill('+91 90000 44444');
  await field(page, 'Emergency numbers').fill('112, 108');
  await field(page, 'Name, as printed').fill('Dr Asha RAO');
  await field(page, 'Registration number').fill('MMC 12345');
  await page.locator('input[type=password]').first().pressSequentially(SENTINELS['the password']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Your recovery key' })).toBeVisible();
  const shown = (await page.getByRole('region', { name: 'Your recovery key' }).textContent()) ?? '';
  const key = /(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(shown)?.[0] ?? '';
  expect(key).not.toBe('');
  await field(page, /^Last group/).pressSequentially(key.slice(-5));
  await press(page, 'Go to the patients');
  return key;
}

async function addPatient(page: Page, name: string, record: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /patients/i })).toBeVisible();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Add a patient' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).pressSequentially(name);
  await dialog.getByRole('textbox', { name: 'Record number', exact: true }).fill(record);
  await dialog.getByRole('textbox', { name: 'Age in years', exact: true }).fill('31');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.goto(page.url().replace(/#.*/, '#/'));
}

async function goTo(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

/** Finds her and opens the topic. */
async function startVisit(page: Page): Promise<void> {
  await page.getByRole('searchbox').pressSequentially(SENTINELS['her name']);
  await page.getByRole('row').filter({ hasText: SENTINELS['her name'] }).click();
  await press(page, 'Start a visit');
  await page.getByRole('menuitem', { name: 'Tacrolimus in fertility' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What it is' })).toBeVisible();
}

/** Decides to wait for results, with a note, approves the words and makes her paper final; gives bytes out of its middle. */
async function makeFinal(page: Page, exported: boolean): Promise<Buffer> {
  await goTo(page, 'The decision');
  await page.getByRole('radio', { name: 'Wait for results' }).press('Space');
  await field(page, 'Why this was discussed, as you say it to her').pressSequentially(SENTINELS['the note']);
  await field(page, 'Next step').fill('Biopsy of the womb lining');
  const inFiveDays: CalendarDate = today('Asia/Kolkata').add({ days: 5 });
  const [year, month, day] = inFiveDays.toString().split('-');
  await page
    .getByRole('spinbutton', { name: /day, Date of the next step/ })
    .first()
    .press('Home');
  await page.keyboard.type(`${day}${month}${year}`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('heading', { level: 1, name: 'Check everything' })).toBeVisible();
  const check = page.url();
  const papers: Buffer[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/handouts/pdf') || !response.ok()) return;
    papers.push(Buffer.from(((await response.json()) as { json: { base64: string } }).json.base64, 'base64'));
  });
  await page.getByRole('link', { name: 'Approved words, English 1.0' }).first().press('Enter');
  await page
    .getByRole('navigation', { name: 'Parts of the topic' })
    .getByRole('button', { name: /^Approve version/ })
    .press('Enter');
  const approved = page.waitForResponse((response) => response.url().endsWith('/packs/approve') && response.ok());
  const end = page.getByRole('region', { name: 'Approve version 1.0 in English' });
  await end.getByRole('button', { name: /^Approve version/ }).press('Enter');
  await approved;
  await page.goto(check);
  await expect(page.getByText('Ready. All that wait for results needs is here.')).toBeVisible();
  if (exported) await exportVisit(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Final' })).toBeVisible();
  await expect.poll(() => papers.length).toBeGreaterThan(0);
  const paper = papers[0] ?? Buffer.alloc(0);
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  return paper.subarray(paper.length / 2, paper.length / 2 + 64);
}

/** Every file of this machine that has changed since `stamp` was written, but for the run's own, which are searched anyway. */
function changedElsewhere(stamp: string, run: string): string[] {
  const not = ['/proc', '/sys', run].flatMap((path) => ['-path', path, '-o']).slice(0, -1);
  const args = ['/', '/dev/shm', '/tmp', '/var/tmp', '-xdev', '(', ...not, ')', '-prune', '-o', '-type', 'f', '-newer', stamp, '-print0'];
  const { stdout } = spawnSync('find', args, { encoding: 'utf8', maxBuffer: 256e6 });
  return [...new Set(stdout.split('\0').filter((path) => path !== ''))];
}

/** Her visit as a file: with a screen, the system's own window now asks where to save it, and nobody answers. */
async function exportVisit(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export');
  await expect(page.getByRole('dialog')).toContainText(/export/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('after a crash nothing of a patient, and no password, is readable in any file but one that was being saved', async () => {
  const program = new StartedProgram();
  const stamp = join(program.folder, 'stamp');
  writeFileSync(stamp, '');
  try {
    const { page, headed } = await program.start();
    if (!headed) test.info().annotations.push({ type: 'headless', description: 'Xvfb is not installed: the browser had no screen.' });
    const key = needlesOf('the recovery key', await setUp(page));
    await addPatient(page, SENTINELS['her name in Devanagari'], 'P-2040');
    await addPatient(page, SENTINELS['her name'], 'P-2041');
    await startVisit(page);
    const paper = needlesOfBytes('her paper', await makeFinal(page, headed));
    const address = needlesOf('the address', new URL(page.url()).host);
    await program.kill();

    const own = filesBelow(program.folder);
    const names = own.map((file) => basename(file));
    expect(names).toEqual(expect.arrayContaining(['clinic.db', 'clinic.db-wal', 'keyring.json', 'head.json']));
    expect(own.filter((file) => file.startsWith(program.profile)).length).toBeGreaterThan(10);
    const sought = [...needles(), ...key, ...paper, ...address];
    const beingSaved = ['her name in UTF-8', 'the note in UTF-8'].map((what) =>
      expect.stringMatching(new RegExp(`^${program.profile}/[^/]+: ${what}$`)),
    );
    const found = tracesIn([...own, ...changedElsewhere(stamp, program.folder)], sought).sort();
    expect(found).toEqual(headed ? beingSaved : []);

    // The next start takes away what the crash has left.
    await program.start();
    expect(tracesIn(filesBelow(program.folder), sought)).toEqual([]);
  } finally {
    await program.remove();
  }
});

test('a browser that keeps a history writes down where it was, and the search finds it; closing the window takes it away', async () => {
  const program = new StartedProgram();
  try {
    const { page } = await program.start({ without: ['--incognito'] });
    await press(page, /sample clinic/i);
    await addPatient(page, SENTINELS['her name'], 'SF-00-5002');
    const address = needlesOf('the address', new URL(page.url()).host);
    const found = () => tracesIn(filesBelow(program.folder), address);
    await expect.poll(found, { timeout: 30_000 }).not.toEqual([]);
    await program.close();
    expect(found()).toEqual([]);
  } finally {
    await program.remove();
  }
});
