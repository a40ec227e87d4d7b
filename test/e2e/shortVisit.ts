import { today } from '@internationalized/date';
import { expect, type Page } from '@playwright/test';
import { answer, type, typeDate } from './keyboard.ts';

/** From the first start into the sample clinic. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
}

/** From the list to the decision of a new visit of SUNITA DEVI, with what was decided. */
export async function startVisit(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  await page.getByRole('row').filter({ hasText: 'SUNITA DEVI' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/patients\/./);
  // The topics come a moment after the screen, and their key with them.
  await expect(page.getByRole('button', { name: /^Start/ }).first()).toBeVisible();
  await page.keyboard.press('Alt+v');
  await expect(title).toHaveText('What it is');
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /The decision/ })
    .click();
  await expect(title).toHaveText('The decision');
  await answer(page, 'What was decided', 'Not taking it');
  await type(page, 'Next step', 'Talk again');
  await typeDate(page, 'Date of the next step', today('Asia/Kolkata').add({ days: 7 }).toString());
  await expect(page.getByRole('banner').getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
}

/** From the visit to the final paper. */
export async function makeFinal(page: Page): Promise<void> {
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('button', { name: /Make final for\s*SUNITA DEVI/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /final/i })).toBeVisible();
}
