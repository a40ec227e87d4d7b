import { expect, type Page } from '@playwright/test';
import { faultsOn } from './axe.ts';
import { test } from './withHost.ts';

/** axe finds nothing on the screen as it stands, by these rules or all, and nothing is cut off at the side. */
async function clean(page: Page, screen: string, rules?: string[]): Promise<void> {
  await expect(page.getByRole('heading').first(), screen).toBeVisible();
  expect.soft(await faultsOn(page, rules), screen).toEqual([]);
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${screen}: sideways scroll`,
    )
    .toBeLessThanOrEqual(0);
}

/** The same, and in the dark theme the colours too: what else axe looks at is the same in both. */
async function cleanInBoth(page: Page, screen: string): Promise<void> {
  await clean(page, screen);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await clean(page, `${screen}, dark`, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Screens outside of a visit, with their headings; the print desk is looked at in `desk.spec`. */
const OTHERS = [
  ['/files', 'Look at a file'],
  ['/settings/updates', 'Updates'],
  ['/calls', 'Call list'],
] as const;

/** What has the focus stays in sight from one Tab to the next. */
async function focusInSight(page: Page, screen: string): Promise<void> {
  for (let stop = 1; stop <= 12; stop++) {
    await page.keyboard.press('Tab');
    // After the last one the browser's own keys have the focus.
    if ((await page.locator(':focus').count()) === 0) return;
    // A radio itself is not drawn: its label is.
    const focused = page.locator('label:has(:focus), :focus:not(input[type="radio"]):not(input[type="file"])').first();
    await expect.soft(focused, `${screen}: the focus is in sight, Tab ${stop}`).toBeInViewport();
  }
}

/** The parts of a visit scroll, each by itself; the window itself would take the patient's name out of sight. */
async function staysWhole(page: Page, screen: string): Promise<void> {
  const below = await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect.soft(below, `${screen}: so many pixels lie below the window`).toBe(0);
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
}

test('axe finds nothing on any screen, light and dark', async ({ page, host }) => {
  await page.goto(await host.start());
  await expect(page.getByRole('button', { name: /sample clinic/i })).toBeVisible();
  await cleanInBoth(page, 'first start');
  await page.getByRole('button', { name: /^Set up our (own )?clinic/ }).click();
  await expect(page.getByRole('textbox', { name: /2 am/ })).toBeVisible();
  await cleanInBoth(page, 'set up');
  await page.goto(page.url().replace(/#.*/, '#/'));
  await openSample(page);
  await cleanInBoth(page, 'patients');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await cleanInBoth(page, 'add a patient');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await cleanInBoth(page, 'palette');
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/#.*/, '#/settings'));
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await cleanInBoth(page, 'settings');
  for (const [place, heading] of OTHERS) {
    await page.goto(page.url().replace(/#.*/, `#${place}`));
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await cleanInBoth(page, place);
  }
  await page.goto(page.url().replace(/#.*/, '#/'));
  await page.getByRole('row').filter({ hasText: 'SUNITA DEVI' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Visits' })).toBeVisible();
  // The topics come a moment after the screen, and their key with them.
  await expect(page.getByRole('button', { name: /^Start/ }).first()).toBeVisible();
  await cleanInBoth(page, 'her visits');
  await page.keyboard.press('Alt+v');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('What it is');
  await expect(page.getByText('Page 1 of').first()).toBeVisible({ timeout: 15_000 });
  const sections = await page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem').count();
  expect(sections).toBeGreaterThan(10);
  for (let section = 1; section <= sections; section++) {
    const name = (await title.textContent()) ?? '';
    await cleanInBoth(page, `section ${section}, ${name}`);
    await staysWhole(page, name);
    if (section === sections) break;
    await page.keyboard.press('Alt+ArrowRight');
    await expect(title).not.toHaveText(name);
  }
  await page.keyboard.press('Alt+q');
  await expect(title).toHaveText('All questions');
  await cleanInBoth(page, 'all questions');
  await staysWhole(page, 'all questions');
  await page.keyboard.press('Alt+0');
  await expect(title).toHaveText('Check everything');
  await cleanInBoth(page, 'check everything');
  await staysWhole(page, 'check everything');
});

test('200 % zoom at 1366×768: nothing is lost sideways, and who she is stays in sight', async ({ page, host }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await page.goto(await host.start());
  await openSample(page);
  await clean(page, 'patients');
  for (const [keys, dialog] of [
    ['Alt+n', 'add a patient'],
    ['Control+k', 'palette'],
    ['?', 'all keys'],
  ] as const) {
    // In the search a single key is text.
    if (keys === '?') await page.getByRole('button', { name: /^Find or do/ }).focus();
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean(page, `zoomed: ${dialog}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  for (const [place, heading] of OTHERS) {
    await page.goto(page.url().replace(/#.*/, `#${place}`));
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await clean(page, `zoomed: ${place}`, ['scrollable-region-focusable']);
    await focusInSight(page, place);
  }
  await page.goto(page.url().replace(/#.*/, '#/'));
  await page.getByRole('row').filter({ hasText: 'SUNITA DEVI' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Visits' })).toBeVisible();
  // The topics come a moment after the screen, and their key with them.
  await expect(page.getByRole('button', { name: /^Start/ }).first()).toBeVisible();
  await page.keyboard.press('Alt+v');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('What it is');
  await page.keyboard.press('Alt+q');
  await expect(title).toHaveText('All questions');
  await clean(page, 'zoomed: all questions', ['scrollable-region-focusable']);
  await focusInSight(page, 'all questions');
  await page.keyboard.press('Alt+1');
  await expect(title).toHaveText('What it is');
  const sections = await page
    .getByRole('navigation', { name: 'Sections', includeHidden: true })
    .getByRole('listitem', { includeHidden: true })
    .count();
  expect(sections).toBeGreaterThan(10);
  for (let section = 1; section < sections; section++) {
    const name = (await title.textContent()) ?? '';
    await expect(page.getByRole('banner').getByText('SUNITA DEVI (sample)')).toBeInViewport();
    // What does not depend on the size of the window is looked at above.
    await clean(page, `zoomed: ${name}`, ['scrollable-region-focusable']);
    // A radio itself is not drawn: its label is.
    const focused = page.locator('label:has(:focus), :focus:not(input[type="radio"])').first();
    await expect.soft(focused, `${name}: the focus is in sight`).toBeInViewport();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(title).not.toHaveText(name);
  }
});
