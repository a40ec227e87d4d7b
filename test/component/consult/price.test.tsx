import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, withOptions } from './visit.tsx';

afterEach(unmount);

const number = (name: RegExp) => page.getByRole('textbox', { name });
const cell = () => page.getByRole('row', { name: /^Cost/ }).getByRole('cell').first();

test('a price is written where the ways forward are gone through: what is half is named, and what is whole stands as on paper', async () => {
  const { visit } = await openVisit('about', {}, { pack: withOptions() }, { today: '2026-12-05' });
  const before = cell().element().textContent;
  expect(storedAnswer(visit, 'program.price')).toBeUndefined();
  await number(/^One strip/).fill('62.5');
  await expect.poll(() => storedAnswer(visit, 'program.price')).toEqual({ strip: 62.5 });
  await expect.element(page.getByText(/A price without its date can’t be final\./)).toBeVisible();
  expect(cell().element().textContent).toBe(before);
  await number(/^About in all/).fill('2050');
  await page.getByRole('spinbutton', { name: /day.*Date of the price/i }).click();
  await userEvent.keyboard('05122026');
  await expect.poll(() => storedAnswer(visit, 'program.price')).toEqual({ strip: 62.5, inAll: 2050, date: '2026-12-05' });
  await expect.element(cell()).toHaveTextContent('₹ 62.50 a strip, about ₹ 2,050 in all, price of 05-Dec-2026');
  expect((await axe.run({ include: ['body'], exclude: ['[data-live-announcer]'] })).violations).toEqual([]);
  await page.getByRole('link', { name: 'All questions' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'All questions' })).toBeVisible();
  await expect.element(number(/^One strip/)).toHaveValue('62.5');
});
