import { expect, type Page } from '@playwright/test';
import { tabTo, type } from './keyboard.ts';
import { test } from './withHost.ts';

const OWN = 'a short sentence 9';
const FIRST = 'told at the desk 1';
const HERS = 'known to her alone 2';

async function press(page: Page, name: RegExp | string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
}

const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const password = (page: Page) => page.getByLabel('Password', { exact: true });

/** Sets a clinic up and keeps its recovery key, by keys alone. */
async function setUp(page: Page): Promise<void> {
  await press(page, /^Set up our (own )?clinic/);
  await type(page, 'Name of the clinic', 'Lakeside Fertility');
  await type(page, 'Address', '14 Lake Road, Pune 411001');
  await type(page, 'Who answers in the day?', '+91 20 0000 3333');
  await type(page, 'Who answers at 2 am?', '+91 90000 44444');
  await type(page, 'Emergency numbers', '112, 108');
  await type(page, 'Name, as printed', 'Dr Asha RAO');
  await type(page, 'Registration number', 'MMC 12345');
  await tabTo(page, page.locator('input[type=password]'));
  await page.keyboard.insertText(OWN);
  await page.keyboard.press('Enter');
  await title(page, 'Your recovery key');
  const shown = (await page.getByRole('region', { name: 'Your recovery key' }).textContent()) ?? '';
  await type(page, 'Last group, number 8', /(?:[0-9A-Z]{5}-){7}([0-9A-Z]{5})/.exec(shown)?.[1] ?? '');
  await page.keyboard.press('Enter');
  await title(page, 'No patients yet');
}

test('a PIN, a cover, a second person, and switching between the two', async ({ page, host }) => {
  await page.goto(await host.start());
  await setUp(page);

  await test.step('set a PIN, cover the window, come back to the same screen', async () => {
    await press(page, /Dr Asha RAO/);
    await page.getByRole('menuitem', { name: 'My account' }).press('Enter');
    await title(page, 'My account');
    await tabTo(page, page.getByLabel('Your present password').first());
    await page.keyboard.insertText(OWN);
    await tabTo(page, page.getByLabel('PIN', { exact: true }).last());
    await page.keyboard.insertText('2468');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('2468');
    await page.keyboard.press('Enter');
    await expect(page.getByText('You have a PIN.')).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('PIN of Dr Asha RAO')).toBeFocused();
    await page.keyboard.insertText('1111');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Two tries left.')).toBeVisible();
    await page.keyboard.insertText('2468');
    await page.keyboard.press('Enter');
    await title(page, 'My account');
  });

  await test.step('a covered window stays covered over a reload', async () => {
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('PIN of Dr Asha RAO')).toBeFocused();
    await page.reload();
    await expect(page.getByLabel('PIN of Dr Asha RAO')).toBeFocused();
    await page.keyboard.insertText('2468');
    await page.keyboard.press('Enter');
    await title(page, 'My account');
  });

  await test.step('add a counsellor', async () => {
    await page.goto(page.url().replace(/#.*/, '#/settings/people'));
    await title(page, 'People');
    await press(page, 'Add a person');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.insertText('Sister Meena');
    await tabTo(page, page.getByRole('checkbox', { name: /^counsellor/i }));
    await page.keyboard.press('Space');
    await type(page, 'First password', FIRST);
    await tabTo(page, page.getByLabel('Your own password', { exact: true }));
    await page.keyboard.insertText(OWN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /Sister Meena.*Counsellor.*Not yet/i })).toBeVisible();
  });

  await test.step('switch to her: she chooses her own password first, and starts on the first screen', async () => {
    await press(page, /Dr Asha RAO/);
    await page.getByRole('menuitem', { name: 'Switch user' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Sister Meena' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(password(page)).toBeFocused();
    await page.keyboard.insertText(FIRST);
    await page.keyboard.press('Enter');
    await title(page, 'Choose your own password');
    await expect(page.getByLabel('The password you were given')).toBeFocused();
    await page.keyboard.insertText(FIRST);
    await tabTo(page, page.getByLabel('New password', { exact: true }));
    await page.keyboard.insertText(HERS);
    await page.keyboard.press('Enter');
    await title(page, 'No patients yet');
    await expect(page.getByRole('button', { name: /Sister Meena/ })).toBeVisible();
  });

  await test.step('without a PIN her cover asks for the password she chose; the doctor is two actions away', async () => {
    await page.keyboard.press('Control+l');
    await expect(password(page)).toBeFocused();
    await page.keyboard.insertText(HERS);
    await page.keyboard.press('Enter');
    await title(page, 'No patients yet');
    await page.keyboard.press('Control+l');
    await expect(password(page)).toBeFocused();
    await press(page, 'Dr Asha RAO');
    await expect(password(page)).toBeFocused();
    await page.keyboard.insertText(OWN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Dr Asha RAO/ })).toBeVisible();
  });
});
