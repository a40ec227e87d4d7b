import { expect, type Page } from '@playwright/test';
import { test } from './withHost.ts';

const nextStep = (page: Page) => page.getByRole('textbox', { name: 'Next step', exact: true });

async function openSample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
}

/** What the store holds of the next step. */
async function stored(page: Page): Promise<unknown> {
  return await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('consultleaf.token')}` };
    const body = JSON.stringify({ json: { consultationId: /consult\/([^/]+)/.exec(location.hash)?.[1] } });
    const answer = await fetch('/rpc/consultations/read', { method: 'POST', headers, body });
    const { json } = (await answer.json()) as { json: { answers: { key: string; value: unknown }[] } };
    return json.answers.find(({ key }) => key === 'program.nextStep')?.value;
  });
}

test('a visit open on two screens shows both values, and a power cut while typing brings back section, cursor and text', async ({
  page: one,
  browser,
  host,
  anotherHost,
}) => {
  await openSample(one, await host.start());
  await one
    .getByRole('row')
    .filter({ hasText: 'SUNITA DEVI' })
    .getByRole('button', { name: /^Start/ })
    .click();
  await one.getByRole('menuitem', { name: 'Tacrolimus in fertility' }).click();
  await expect(one.getByRole('heading', { level: 1, name: 'What it is' })).toBeVisible();
  await one
    .getByRole('link', { name: /The decision/ })
    .first()
    .click();
  await expect(nextStep(one)).toBeVisible();

  const second = anotherHost(host.dataDir);
  const two = await browser.newPage();
  await openSample(two, await second.start());
  await two.goto(two.url().replace(/#.*/, new URL(one.url()).hash));
  await expect(nextStep(two)).toBeVisible();

  await test.step('the same answer at the same moment: both values, nothing lost, the person chooses', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let holds = true;
    await two.route('**/consultations/saveAnswers', async (route) => {
      if (holds) await held;
      await route.continue();
    });
    const sends = two.waitForRequest('**/consultations/saveAnswers');
    await nextStep(two).fill('Scan of the womb');
    await sends;
    await nextStep(one).fill('Blood test');
    await expect.poll(() => stored(one)).toBe('Blood test');
    holds = false;
    letGo();
    const trouble = two.getByRole('alert').filter({ hasText: 'Somebody else changed this answer too: Next step' });
    await expect(trouble).toContainText('Yours: Scan of the womb');
    await expect(trouble).toContainText('Theirs: Blood test');
    await expect(nextStep(two)).toHaveValue('Scan of the womb');
    expect(await stored(one)).toBe('Blood test');
    await trouble.getByRole('button', { name: 'Keep mine' }).click();
    await expect(trouble).toBeHidden();
    await expect(nextStep(one)).toHaveValue('Scan of the womb');
    expect(await stored(one)).toBe('Scan of the womb');
  });

  await test.step('what was changed on the other screen is said, with what it was', async () => {
    await expect(one.getByText('Changed on another screen: Next step')).toBeVisible();
    await expect(one.getByText('It was: Blood test')).toBeVisible();
    await expect(one.getByText('Now: Scan of the womb')).toBeVisible();
    await one.getByRole('button', { name: 'Put back what it was' }).click();
    await expect(nextStep(one)).toHaveValue('Blood test');
    await expect(nextStep(two)).toHaveValue('Blood test');
  });
  await two.close();
  await second.kill();

  await test.step('a power cut while she types: the same section, the cursor in the same field, the text up to the last save', async () => {
    const begun = 'Blood test, then a call';
    const place = one.waitForResponse('**/consultations/savePlace');
    await nextStep(one).click();
    await nextStep(one).fill(begun);
    await expect.poll(() => stored(one)).toBe(begun);
    await place;
    await one.keyboard.type(' from Asha');
    await host.kill();
    await one.goto('about:blank');
    await openSample(one, await host.start());
    await one
      .getByRole('row')
      .filter({ hasText: 'SUNITA DEVI' })
      .getByRole('button', { name: /^Continue/ })
      .first()
      .click();
    await expect(one.getByRole('heading', { level: 1, name: 'The decision' })).toBeVisible();
    await expect(nextStep(one)).toBeFocused();
    const found = await nextStep(one).inputValue();
    expect(found.startsWith(begun) && `${begun} from Asha`.startsWith(found), found).toBe(true);
  });
});
