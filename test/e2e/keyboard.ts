import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the focus is on (or inside) `target`, as a hand without a mouse does; fails when it is never reached. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await expect(target).toBeVisible();
  const reached = () => target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
  for (let pressed = 0; pressed < most; pressed++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target} within ${most} presses`);
}

/** Tabs to a text field and types. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name, exact: true }));
  await page.keyboard.insertText(text);
}

/** Tabs to a date field and types day, month and year; `date` is YYYY-MM-DD. */
export async function typeDate(page: Page, name: string, date: string, scope: Page | Locator = page): Promise<void> {
  const [year, month, day] = date.split('-');
  await tabTo(page, scope.getByRole('spinbutton', { name: new RegExp(`day, ${name}`) }).first());
  await page.keyboard.type(`${day}${month}${year}`);
}

/** Tabs to a clock field and types hour and minute; `time` is HH:MM. */
export async function typeTime(page: Page, name: string, time: string, scope: Page | Locator = page): Promise<void> {
  await tabTo(page, scope.getByRole('spinbutton', { name: new RegExp(`hour, ${name}`) }).first());
  await page.keyboard.type(time.replace(':', ''));
}

/** Tabs to a list of choices, opens it and picks one by typing its beginning. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`${name}$`) }).first());
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option });
  await expect(wanted).toBeVisible();
  await page.keyboard.type(option.slice(0, 6));
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Tabs to a group of answers and answers with the number beside the answer, or with the arrows where it has none. */
export async function answer(page: Page, question: string | RegExp, name: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: question });
  await tabTo(page, group);
  const labels = await group
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent?.trim() ?? ''));
  const place = labels.findIndex((label) => label.replace(/\d$/, '').trim() === name);
  if (/\d$/.test(labels[place] ?? '')) await page.keyboard.press(String(place + 1));
  else {
    await page.keyboard.press('Space');
    for (let moved = 0; moved < place; moved++) await page.keyboard.press('ArrowRight');
  }
  await expect(group.getByRole('radio', { name, exact: true })).toBeChecked();
}
