import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { StoreFault, type StoreFaultKind } from '#backend/store/store.ts';
import type { WriterJob } from '../support/startWriter.ts';
import { AT } from '../unit/store/folder.ts';

export interface Missing {
  /** Acknowledged keys whose answer isn't there, or isn't what was saved; all of them when the store can't be opened. */
  missing: string[];
  /** Why the store can't be opened; null when it can. */
  fault: StoreFaultKind | null;
  /** Revision of the consultation. */
  rev: number;
}

/** Opens the store as a user does after the fault, and looks for every acknowledged save. The whole audit has to verify. */
export async function missingOf(job: Omit<WriterJob, 'round'>, acknowledged: string[]): Promise<Missing> {
  const { folder, workerUrl, userId, password, consultationId } = job;
  const store = openStoreWorker({ folder, workerUrl });
  try {
    const actor = { userId, at: AT };
    await store.unlock({ ...actor, password });
    const saved = await store.run('consultations.read', { id: consultationId }, actor);
    await store.run('audit.verify', null, actor);
    const values = new Map(saved?.answers.map(({ key, value }) => [key, JSON.stringify(value)]));
    const missing = acknowledged.filter((key) => values.get(key) !== JSON.stringify({ state: 'known', value: key }));
    return { missing, fault: null, rev: saved?.rev ?? 0 };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    return { missing: acknowledged, fault: error.fault, rev: 0 };
  } finally {
    await store.close();
  }
}
