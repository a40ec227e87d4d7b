import { today } from '@internationalized/date';
import { expect, type Page } from '@playwright/test';
import { readPdf } from '../../electron/cli/check/readPdf.ts';
import { answerExample, exampleOn, rowsOf } from '../support/exampleVisit.ts';
import { countBeyondAnswers, Hand } from '../support/hand.ts';
import { test } from './withHost.ts';

// The record of each step would take longer than the steps.
test.use({ trace: 'off' });

/** Words that stand nowhere else. */
const PRIVATE = 'Qzx: she is afraid of needles';

/** Asks the program as its window does. */
async function call<Output>(page: Page, path: string, input: unknown): Promise<Output> {
  const answer = await page.evaluate(
    async ([to, json]) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('consultleaf.token')}` };
      const said = await fetch(`/rpc/${to}`, { method: 'POST', headers, body: JSON.stringify({ json }) });
      return ((await said.json()) as { json: unknown }).json;
    },
    [path, input] as const,
  );
  return answer as Output;
}

/** The most actions beyond the answers from opening the topic to final. */
const AT_MOST = 8;

test('the example visit, every section answered: from opening the topic to final in at most 8 actions beyond the answers', async ({
  page,
  host,
}) => {
  const example = exampleOn(today('Asia/Kolkata').toString());
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
  const hand = new Hand(page);
  await answerExample(page, hand, example.answers);
  await hand.type(page.locator('[data-field="program.privateNote"]').getByRole('textbox'), PRIVATE);
  await page.getByRole('link', { name: 'Next: check everything' }).click();
  await page.getByRole('button', { name: /Make final for\s*SUNITA DEVI/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /final/i })).toBeVisible();
  test.info().annotations.push({ type: 'seconds by a machine', description: String(Math.round((Date.now() - began) / 1000)) });
  const actions = await page.evaluate(() => window.beyondAnswers);
  expect(actions.length, actions.join(', ')).toBeLessThanOrEqual(AT_MOST);
  const consultationId = /consult\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const { answers } = await call<{ answers: { key: string; value: unknown }[] }>(page, 'consultations/read', { consultationId });
  expect(Object.fromEntries(answers.map(({ key, value }) => [key, value]))).toEqual({
    ...rowsOf(example.answers),
    'program.privateNote': PRIVATE,
  });

  await test.step('the private note is on no paper: not on hers, nor on the one that the clinic keeps', async () => {
    const [paper] = await call<{ id: string }[]>(page, 'handouts/ofConsultation', { consultationId });
    const papers = { 'handouts/pdf': { id: paper?.id, purpose: 'view' }, 'handouts/clinicCopy': { id: paper?.id } };
    for (const [path, input] of Object.entries(papers)) {
      const { base64 } = await call<{ base64: string }>(page, path, input);
      const text = (await readPdf(Buffer.from(base64, 'base64'))).pages.map((sheet) => sheet.text).join('\n');
      expect(text, path).toContain('SUNITA DEVI');
      expect(text, path).not.toContain('Qzx');
    }
  });
});
