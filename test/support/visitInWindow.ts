/// <reference lib="dom" />
import type { Page } from 'playwright';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';

/** Calls the backend as the window does, from within it. */
function call<Output>(page: Page, procedure: string, input?: unknown): Promise<Output> {
  return page.evaluate(
    async ({ path, json }) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('consultleaf.token')}` };
      const answer = await fetch(`/rpc/${path}`, { method: 'POST', headers, body: JSON.stringify({ json }) });
      const body = (await answer.json()) as { json: unknown };
      if (!answer.ok) throw new Error(`${path} failed.`);
      return body.json;
    },
    { path: procedure, json: input },
  ) as Promise<Output>;
}

/** Opens the sample clinic and starts the example visit in it, every answer given; gives its id. */
export async function openExampleVisit(page: Page, resourcesDir: string): Promise<string> {
  await page.getByRole('button', { name: /sample clinic/i }).click();
  await page.getByRole('heading', { name: 'Patients' }).waitFor();
  const { rows } = await call<{ rows: { id: string }[] }>(page, 'patients/recent');
  const packId = 'tacrolimus-fertility';
  const { id: consultationId } = await call<{ id: string }>(page, 'consultations/start', { patientId: rows[0]?.id, packId });
  const { program, topic } = (await loadSampleVisit(resourcesDir)).answers;
  const changes = [
    ...Object.entries(program).map(([id, value]) => ({ key: `program.${id}`, value })),
    ...Object.entries(topic).map(([id, value]) => ({ key: `topic.${id}`, value })),
  ];
  await call(page, 'consultations/saveAnswers', { consultationId, changes, rev: 1 });
  return consultationId;
}

/** How long the call for a whole draft takes by itself, in milliseconds: no key, no save, nothing drawn. */
export async function timeOfPreview(page: Page, consultationId: string): Promise<number> {
  const started = performance.now();
  await call(page, 'consultations/preview', { consultationId });
  return performance.now() - started;
}
