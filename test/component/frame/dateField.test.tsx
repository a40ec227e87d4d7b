import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DateField } from '../../../renderer/ui/DateField.tsx';
import { render, unmount } from '../../support/render.tsx';

afterEach(unmount);

let heard: (string | null)[] = [];
function Field({ start }: { start: string | null }) {
  const [value, setValue] = useState(start);
  return (
    <DateField
      label="First day"
      value={value}
      onChange={(next) => {
        heard.push(next);
        setValue(next);
      }}
    />
  );
}

const show = async (start: string | null) => {
  heard = [];
  render(<Field start={start} />);
  await expect.element(page.getByRole('group', { name: 'First day' })).toBeVisible();
};
const shown = () => page.getByRole('group', { name: 'First day' }).element().textContent;

test('a date stands as day, month in letters and year, with its weekday', async () => {
  await show('2026-12-05');
  expect(shown()).toBe('Sat05-Dec-2026');
});

test('typed as day, month, year, whatever the system’s own order', async () => {
  await show(null);
  await page.getByRole('spinbutton', { name: /^day,/ }).click();
  await userEvent.keyboard('05122026');
  await expect.poll(() => heard.at(-1)).toBe('2026-12-05');
  expect(shown()).toBe('Sat05-Dec-2026');
});

test('a year that is still being typed is never taken for a year', async () => {
  await show(null);
  await page.getByRole('spinbutton', { name: /^day,/ }).click();
  await userEvent.keyboard('0512202');
  expect(heard.filter((each) => each !== null)).toEqual([]);
});

test('while a year is retyped the date stays as it was, and nothing is heard', async () => {
  await show('2026-12-05');
  await page.getByRole('spinbutton', { name: /^year,/ }).click();
  await userEvent.keyboard('202');
  expect(heard).toEqual([]);
  await userEvent.keyboard('7');
  await expect.poll(() => heard).toEqual(['2027-12-05']);
});

test('a date that is left unfinished is no date, and says what is missing', async () => {
  await show('2026-12-05');
  await page.getByRole('spinbutton', { name: /^year,/ }).click();
  await userEvent.keyboard('202');
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(page.getByText(/^Finish the date/)).toBeVisible();
  expect(heard).toEqual([null]);
});

test('the calendar can take a date back', async () => {
  await show('2026-12-05');
  await page.getByRole('button', { name: /Open the calendar/ }).click();
  await page.getByRole('button', { name: 'Clear the date' }).click();
  await expect.poll(() => heard).toEqual([null]);
});
