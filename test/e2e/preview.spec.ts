import { join } from 'node:path';
import { expect, type Page, type Request } from '@playwright/test';
import { openExampleVisit } from '../support/visitInWindow.ts';
import { test } from './withHost.ts';

const ROOT = join(import.meta.dirname, '../..');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Handout', exact: true });
const shown = (page: Page, number: number) => panel(page).getByRole('img', { name: new RegExp(`^Page ${number} of \\d+, DRAFT$`) });
/** The words of the page that is shown. */
const words = (page: Page) => panel(page).locator('p.vh');
/** The page that a draft was asked for alone; undefined for the whole. */
const pageOf = (request: Request): number | undefined => request.postDataJSON().json.page;
const isWhole = (request: Request) => request.url().endsWith('/consultations/preview') && pageOf(request) === undefined;

declare global {
  interface Window {
    /** Keeps the next whole paper that is answered from the program. */
    holdWhole: () => void;
    /** Hands it over; there once it is held. */
    letGo?: () => void;
  }
}

/** Runs in the window before the program does. */
function holdAnswers(): void {
  const { fetch } = window;
  let holds = false;
  window.holdWhole = () => {
    holds = true;
  };
  window.fetch = async (input, init) => {
    if (!(input instanceof Request) || !input.url.endsWith('/consultations/preview')) return fetch(input, init);
    const { url, method, headers, signal } = input;
    const body = await input.text();
    const whole = !body.includes('"page"');
    const answer = await fetch(new Request(url, { method, headers, signal, body }), init);
    if (!whole || !holds) return answer;
    holds = false;
    await new Promise<void>((resolve) => {
      window.letGo = resolve;
    });
    return answer;
  };
}

test('the page that is looked at follows each key, the whole paper when the answers rest; an older one never comes back', async ({
  page,
  host,
}) => {
  await page.addInitScript(holdAnswers);
  await page.goto(await host.start());
  const consultationId = await openExampleVisit(page, join(ROOT, 'out/resources'));
  const asked: (number | 'whole')[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/consultations/preview')) asked.push(pageOf(request) ?? 'whole');
  });
  const opened = page.waitForResponse((response) => isWhole(response.request()));
  await page.evaluate((id) => location.assign(`#/consult/${id}/decision`), consultationId);
  const why = page.locator('[data-field="program.why"]').getByRole('textbox').first();
  await expect(shown(page, 1)).toBeVisible();
  await opened;
  expect(asked).toEqual([1, 'whole']);

  await test.step('a whole paper that comes after the next key is not shown', async () => {
    await page.evaluate(() => window.holdWhole());
    await why.fill('The first reason');
    await expect(words(page)).toContainText('The first reason');
    await page.waitForFunction(() => window.letGo !== undefined);
    const newest = page.waitForResponse((response) => isWhole(response.request()));
    await why.fill('The second reason');
    await expect(words(page)).toContainText('The second reason');
    await newest;
    await page.evaluate(() => window.letGo?.());
    await panel(page).getByRole('button', { name: 'Next page' }).click();
    await expect(shown(page, 2)).toBeVisible();
    await panel(page).getByRole('button', { name: 'Previous page' }).click();
    await expect(shown(page, 1)).toBeVisible();
    await expect(words(page)).toContainText('The second reason');
    await panel(page).getByRole('button', { name: 'Next page' }).click();
    await expect(shown(page, 2)).toBeVisible();
  });

  await test.step('an answer that stands on another page turns to it', async () => {
    asked.length = 0;
    await why.fill('The third reason');
    await expect(shown(page, 1)).toBeVisible();
    await expect(words(page)).toContainText('The third reason');
    expect(asked).toEqual([2, 'whole']);
  });

  await test.step('where the whole paper could not be made its page stays, and the next page asks for it again', async () => {
    await page.route('**/consultations/preview', (route) => (isWhole(route.request()) ? route.abort() : route.continue()));
    await why.fill('The fourth reason');
    await expect(words(page)).toContainText('The fourth reason');
    await expect(panel(page).getByText('can’t be shown now')).toBeVisible();
    await page.unroute('**/consultations/preview');
    await panel(page).getByRole('button', { name: 'Next page' }).click();
    await expect(shown(page, 2)).toBeVisible();
    await expect(panel(page).getByText('can’t be shown now')).not.toBeVisible();
  });
});
