import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' });
const FULL = 'The disk is full: nothing can be saved. Free some space on this disk and do it again.';
const BROKEN = 'In the log of who did what, row 20 was changed outside the program. Keep a copy of the folder as it is.';

test.each([
  ['the list of patients', '/', 'Patients'],
  ['a patient', `/patients/${anita.id}`, 'Visits'],
  ['the settings', '/settings', 'Clinic'],
])('on %s stands what is wrong with the records, and what to do', async (_where, path, heading) => {
  const memory = memoryState({ patients: [anita] });
  memory.status.warnings = [
    { fault: 'diskFull', message: FULL },
    { fault: 'auditBroken', message: BROKEN },
  ];
  renderWindow(memory, path);
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect.element(page.getByText(FULL)).toBeVisible();
  await expect.element(page.getByText(BROKEN)).toBeVisible();
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
