import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { patientRow } from '../../support/memoryBackend.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit } from '../consult/visit.tsx';

afterEach(unmount);

/** A PDF of one page that says whose it is. */
const HER_PAPER = btoa(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 48>>stream
BT /F 20 Tf 20 200 Td (SUNITA DEVI paper) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`);

/** Everything that the window's cache holds, of queries and of what was sent. */
function cached(client: QueryClient): string {
  const read = client.getQueryCache().getAll();
  const sent = client.getMutationCache().getAll();
  return JSON.stringify([...read.map(({ queryKey, state }) => [queryKey, state.data]), ...sent.map(({ state }) => state)]);
}

test('after going from one patient’s consultation to another patient nothing of the first is left in the window', async () => {
  const mount = vi.spyOn(QueryClient.prototype, 'mount');
  const { state, visit } = await openVisit('decide', {}, { paper: HER_PAPER });
  const client = mount.mock.contexts.at(-1) as QueryClient;
  mount.mockRestore();
  const first = visit.consultation;
  state.patients = [patientRow({ name: 'REKHA (sample)', recordNumber: 'SF-00-0001' }), { ...first.patient, lastVisit: null }];
  await expect.poll(() => document.querySelectorAll('canvas').length).toBeGreaterThan(0);
  await expect.poll(() => cached(client)).toContain('SUNITA DEVI');

  location.hash = `#/patients/${state.patients[0]?.id}`;
  await expect.element(page.getByText('REKHA (sample)').first()).toBeVisible();
  await expect.poll(() => document.querySelectorAll('canvas').length).toBe(0);
  await expect.poll(() => cached(client)).not.toContain(first.patient.id);
  expect(cached(client)).not.toContain('SUNITA DEVI');
  expect(cached(client)).not.toContain(first.code);
  expect(document.documentElement.outerHTML).not.toContain('SUNITA DEVI');
  expect(document.title).toBe('Visits · Consultleaf');
  expect(cached(client)).toContain('REKHA');
});

test('going back to the list forgets her too, except for her row in it', async () => {
  const mount = vi.spyOn(QueryClient.prototype, 'mount');
  const { visit } = await openVisit('check', { 'program.why': 'Only hers' }, { paper: HER_PAPER });
  const client = mount.mock.contexts.at(-1) as QueryClient;
  mount.mockRestore();
  await expect.poll(() => cached(client)).toContain('Only hers');
  location.hash = '#/';
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => cached(client)).not.toContain(visit.consultation.code);
  expect(cached(client)).not.toContain('Only hers');
});
