import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { StoreRefusal } from '#backend/store/store.ts';
import type { PrintEvent } from '#core/domain/printing.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { directStore } from './direct.ts';
import { clinic, doctor, newConsultation, pack, sunita } from './folder.ts';

/** A patient's final paper over a real store. */
async function paper() {
  const { run, actor, opened } = directStore();
  const { patient, consultation } = await newConsultation({ run: async (...args) => run(...args) });
  const made = run('handouts.makeFinal', storedPaper({ consultationId: consultation.id, rev: 1, clinic, doctor, patient: sunita, pack }));
  const versionId = 'id' in made ? made.id : '';
  const jobs = () => run('printing.list', { openSince: '2000', doneSince: '2000' });
  return { run, actor, sql: opened.sql, patientId: patient.id, versionId, jobs };
}
const order = { printer: 'Front desk', copies: 2, parts: ['paper' as const] };
const OUT: PrintEvent[] = [
  { kind: 'asked', order },
  { kind: 'sending', part: 'paper' },
  { kind: 'sent', part: 'paper', spool: '7' },
  { kind: 'partDone', part: 'paper' },
  { kind: 'done' },
];

test('a paper that is put into the queue once more is asked for in the same moment, once under its name, or not at all', async () => {
  const { run, sql, versionId, jobs } = await paper();
  const wanted = { versionId, id: randomUUID(), order };
  expect(run('printing.reprint', wanted)).toMatchObject({ id: wanted.id, state: 'waiting', order });
  expect(run('printing.reprint', { ...wanted, order: null })).toMatchObject({ id: wanted.id, order });
  expect(run('printing.inLine', null)).toHaveLength(1);
  // What it can't be printed with is said before anything is in the queue.
  for (const each of ['DROP TRIGGER clinic_copy_no_delete', 'DELETE FROM clinic_copy']) sql.run(each);
  const withCopy = { ...wanted, id: randomUUID(), order: { ...order, parts: ['paper' as const, 'clinicCopy' as const] } };
  expect(() => run('printing.reprint', withCopy)).toThrow(StoreRefusal);
  expect(jobs()).toHaveLength(2);
});

test('her card tells that a paper came out whatever became of it in the queue, and not of one that was not right', async () => {
  const { run, actor, versionId, patientId, jobs } = await paper();
  const card = () => {
    const [{ printedAt, queued } = { printedAt: undefined, queued: undefined }] = run('desk.card', { patientId }).papers;
    return { printedAt, queued: queued?.state ?? null };
  };
  const happen = (id: string, at: string, ...events: PrintEvent[]) =>
    run('printing.note', { id, events, by: 'person' }, { ...actor, at: `2026-12-02T${at}:00.000Z` });
  const first = jobs()[0]?.id ?? '';
  expect(card()).toEqual({ printedAt: null, queued: 'waiting' });
  happen(first, '06:00', ...OUT);
  happen(first, '06:10', { kind: 'cameOut', answer: 'allRight' }, { kind: 'handedOver', to: { kind: 'herself' }, checked: 'phoneEnd' });
  expect(card()).toEqual({ printedAt: '2026-12-02T06:00:00.000Z', queued: null });
  happen(first, '06:20', { kind: 'removed' });
  expect(card()).toEqual({ printedAt: '2026-12-02T06:00:00.000Z', queued: null });
  // One more is asked for and comes out wrong; a third is cancelled when a person finds it there, whole.
  const again = () => run('printing.reprint', { versionId }).id;
  const second = again();
  happen(second, '07:00', ...OUT);
  expect(card()).toEqual({ printedAt: '2026-12-02T07:00:00.000Z', queued: null });
  happen(second, '07:10', { kind: 'cameOut', answer: 'notRight' });
  expect(card()).toEqual({ printedAt: '2026-12-02T06:00:00.000Z', queued: null });
  const third = again();
  happen(third, '08:00', ...OUT.slice(0, 3), { kind: 'unknown', reason: 'lostSight' });
  expect(card()).toEqual({ printedAt: '2026-12-02T06:00:00.000Z', queued: 'unknown' });
  happen(third, '08:10', { kind: 'looked', found: 'there' });
  expect(card()).toEqual({ printedAt: '2026-12-02T08:10:00.000Z', queued: null });
  happen(again(), '09:00', { kind: 'elsewhere' });
  expect(card()).toEqual({ printedAt: '2026-12-02T09:00:00.000Z', queued: null });
});
