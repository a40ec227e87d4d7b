import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Store, StoreCommands } from '#backend/store/store.ts';

const STORES = join(import.meta.dirname, '../fixtures/stores');

const keySchema = z.strictObject({
  userId: z.uuid(),
  password: z.string(),
  recoveryKey: z.string(),
  draftId: z.uuid(),
  finalId: z.uuid(),
  auditRows: z.int(),
});

/** A store as a release left it, and what opens it. */
export interface Release {
  name: string;
  key: z.infer<typeof keySchema>;
  /** Writes a fresh copy of the store to a folder. */
  copyTo(folder: string): void;
}

/** The stores of all releases, the oldest first; `test/fixtures/stores/make.ts` made each. */
export const releases: Release[] = readdirSync(STORES)
  .filter((name) => /^v\d/.test(name))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .map((name) => ({
    name,
    key: keySchema.parse(JSON.parse(readFileSync(join(STORES, name, 'key.json'), 'utf8'))),
    copyTo: (folder) => {
      for (const file of ['clinic.db', 'head.json', 'keyring.json']) cpSync(join(STORES, name, file), join(folder, file));
    },
  }));

const AT = '2027-01-15T05:12:00.000Z';

/** Opens a store as the release's user and gives what a user finds in it; throws any fault of the store. */
export async function contentsOf(store: Store, { userId, password, draftId, finalId }: Release['key']) {
  await store.unlock({ userId, password, at: AT });
  const run = <K extends keyof StoreCommands>(command: K, input: Parameters<StoreCommands[K]>[0]) =>
    store.run(command, input, { userId, at: AT });
  const answersOf = async (id: string) =>
    Object.fromEntries((await run('consultations.read', { id }))?.answers.map(({ key, value }) => [key, value]) ?? []);
  const versions = await run('handouts.ofConsultation', { consultationId: finalId });
  const papers: string[] = [];
  for (const { id } of versions) {
    const paper = await run('handouts.pdf', { id, purpose: 'view' });
    papers.push(new TextDecoder().decode(paper?.pdf));
  }
  return {
    clinic: (await run('clinic.read', null)).clinic.name,
    users: (await run('users.list', null)).map(({ name, roles }) => ({ name, roles: [...roles].sort() })),
    patients: (await run('patients.recent', { limit: 10 })).rows.map(({ name, recordNumber, age }) => ({ name, recordNumber, age })),
    found: (await run('patients.search', { text: 'राजेश', limit: 1 })).map(({ recordNumber }) => recordNumber),
    draft: await answersOf(draftId),
    final: await answersOf(finalId),
    papers,
    amended: versions.flatMap(({ replaces }) => (replaces ? [replaces.reason] : [])),
    calls: (await run('calls.list', { calledSince: AT })).length,
    protocols: (await run('protocols.mine', { packId: 'topic' })).map(({ name }) => name),
    approvals: (await run('approvals.list', null)).map(({ by }) => by),
    auditRows: (await run('audit.verify', null)).rows,
  };
}
