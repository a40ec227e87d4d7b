import { today } from '@internationalized/date';
import { expect, test } from '@playwright/test';
import { answerExample, exampleOn, rowsOf } from '../support/exampleVisit.ts';
import { countBeyondAnswers, Hand } from '../support/hand.ts';
import { RunningHost } from '../support/host.ts';

// The record of each step would take longer than the steps.
test.use({ trace: 'off' });

/** The most actions beyond the answers from opening the topic to final. */
const AT_MOST = 8;

test('the example visit, every section answered: from opening the topic to final in at most 8 actions beyond the answers', async ({
  page,
}) => {
  const example = exampleOn(today('Asia/Kolkata').toString());
  const host = new RunningHost();
  await countBeyondAnswers(page);
  await page.goto(await host.start());
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
  const start = page
    .getByRole('row')
    .filter({ hasText: 'SUNITA DEVI' })
    .getByRole('button', { name: /^Start/ });
  await start.click();
  const topic = page.getByRole('menuitem', { name: 'Tacrolimus in fertility' });
  await expect(topic).toBeVisible();
  await page.evaluate(() => {
    window.beyondAnswers = [];
  });
  const began = Date.now();
  await topic.click();
  await page.getByRole('link', { name: 'All questions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'All questions' })).toBeVisible();
  await answerExample(page, new Hand(page), example.answers);
  await page.getByRole('link', { name: 'Next: check everything' }).click();
  await page.getByRole('button', { name: /Make final for\s*SUNITA DEVI/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /final/i })).toBeVisible();
  test.info().annotations.push({ type: 'seconds by a machine', description: String(Math.round((Date.now() - began) / 1000)) });
  const actions = await page.evaluate(() => window.beyondAnswers);
  expect(actions.length, actions.join(', ')).toBeLessThanOrEqual(AT_MOST);
  const consultationId = /consult\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const stored = await page.evaluate(async (id) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('consultleaf.token')}` };
    const answer = await fetch('/rpc/consultations/read', {
      method: 'POST',
      headers,
      body: JSON.stringify({ json: { consultationId: id } }),
    });
    return ((await answer.json()) as { json: { answers: { key: string; value: unknown }[] } }).json.answers;
  }, consultationId);
  expect(Object.fromEntries(stored.map(({ key, value }) => [key, value]))).toEqual(rowsOf(example.answers));
  await host.close();
});
