import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Conflict } from '#backend/store/store.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { type Direct, directStore } from './direct.ts';
import { AT, clinic, doctor, pack, sunita } from './folder.ts';

const packJson = '{"id":"topic","version":"1.0"}';
const refused = (refusal: string) => expect.objectContaining({ refusal });
const codes = ['CL-0000-0001', 'CL-0000-0002', 'CL-0000-0003', 'CL-0000-0004'];

/** What was stored; a clash is a fault of the test. */
function stored<Made extends object>(made: Made | Conflict): Exclude<Made, Conflict> {
  if ('conflict' in made) throw new Error('The paper clashes with another one.');
  return made as Exclude<Made, Conflict>;
}
const paperOf = (consultationId: string, rev: number, text: string) =>
  storedPaper({ consultationId, rev, clinic, doctor, patient: sunita, pack, text });

/** A patient whose first visit is final, with what starts another one. */
function afterOneVisit(store: Direct) {
  const { id: patientId } = store.run('patients.add', { ...sunita, recordNumber: undefined });
  const base = { patientId, pack, packJson, visitDate: '2026-12-05' };
  const first = store.run('consultations.start', { ...base, code: codes[0] ?? '' });
  store.run('consultations.saveAnswers', { id: first.id, changes: [{ key: 'program.decision', value: 'start' }], rev: 1 });
  const makeFinal = () => stored(store.run('handouts.makeFinal', paperOf(first.id, 2, 'one')));
  const start = (more: object, at: number) => store.run('consultations.start', { ...base, code: codes[at] ?? '', ...more });
  return { patientId, first, start, makeFinal };
}

test('a follow-up names the visit that it goes on from, and holds only what it was started with', () => {
  const store = directStore();
  const { patientId, first, start, makeFinal } = afterOneVisit(store);
  expect(() => start({ from: first.id }, 1)).toThrow(refused('notFinal'));
  makeFinal();
  const next = start({ from: first.id, answers: [{ key: 'program.language', value: 'hi' }] }, 1);
  expect(next).toMatchObject({ state: 'draft', rev: 1, followsOn: { id: first.id, code: codes[0], visitDate: '2026-12-05' } });
  expect(next.answers.map(({ key, value, userId }) => [key, value, userId])).toEqual([['program.language', 'hi', store.actor.userId]]);
  // An answer that was there from the start clashes with nobody's first save.
  expect(
    store.run('consultations.saveAnswers', { id: next.id, changes: [{ key: 'program.language', value: 'en' }], rev: 1 }),
  ).toMatchObject({ rev: 2 });
  expect(store.run('consultations.ofPatient', { patientId })[0]).toMatchObject({ id: next.id, followsOn: { id: first.id } });
  expect(store.run('consultations.read', { id: first.id })).not.toHaveProperty('followsOn');

  const other = store.run('patients.add', { ...sunita, recordNumber: 'OTHER', phone: undefined });
  expect(() => start({ from: first.id, patientId: other.id }, 2)).toThrow(refused('notFinal'));
  const otherPack = '{"id":"another","version":"1.0"}';
  const ref = { id: 'another', version: '1.0', hash: createHash('sha256').update(otherPack).digest('hex') };
  expect(() => start({ from: first.id, pack: ref, packJson: otherPack }, 2)).toThrow(refused('notFinal'));
  const { db } = store.opened.sql;
  expect(() => db.exec('DELETE FROM follow_up')).toThrow('goes on from');
  expect(() => db.exec("UPDATE follow_up SET from_id = ''")).toThrow('goes on from');
});

test('the link is in her export, and goes with her when she is erased', () => {
  const store = directStore();
  const { patientId, first, start, makeFinal } = afterOneVisit(store);
  makeFinal();
  start({ from: first.id }, 1);
  const { visits, further } = store.run('rights.gather', { patientId });
  expect(visits.map(({ visit }) => visit.goesOnFrom)).toEqual([null, codes[0]]);
  expect(further).not.toHaveProperty('follow_up');
  store.run('rights.erase', { patientId, reason: 'herRequest', note: 'In writing.' });
  expect(store.opened.sql.all('SELECT * FROM follow_up')).toEqual([]);
  expect(store.opened.sql.db.pragma('foreign_key_check')).toEqual([]);
});

test('her timeline has visits, papers, prints, calls and consents, the newest first, in parts and by kind; nothing clinical for reception', () => {
  const store = directStore();
  const { patientId, first, makeFinal } = afterOneVisit(store);
  let minute = 0;
  const later = () => ({ ...store.actor, at: new Date(Date.parse(AT) + ++minute * 60_000).toISOString() });
  const paper = makeFinal();
  store.run('handouts.pdf', { id: paper.id, purpose: 'print' }, later());
  const amended = { ...paperOf(first.id, 3, 'two'), reason: 'Moved', changed: ['transfer date'], changes: [] };
  const second = stored(store.run('handouts.amend', amended, later()));
  const call = store.run('calls.list', { calledSince: AT })[0]?.id ?? '';
  store.run('calls.record', { id: call, outcome: 'notReached' }, later());
  store.run('calls.record', { id: call, outcome: 'called' }, later());
  const notice = { hash: 'a'.repeat(64), language: 'en' as const, words: '{}' };
  store.run('rights.recordConsent', { patientId, state: 'given', how: { kind: 'signed' }, notice }, later());
  const next = store.run(
    'consultations.start',
    { patientId, pack, packJson, visitDate: '2026-12-06', code: 'CL-0000-0009', from: first.id },
    later(),
  );
  // Somebody else's entries are not hers.
  store.run('patients.add', { ...sunita, recordNumber: 'OTHER', phone: undefined });

  const ask = (more: object = {}) => store.run('patients.timeline', { id: patientId, clinical: true, limit: 60, ...more });
  const { entries, older } = ask();
  expect(older).toBeNull();
  expect(entries.map((each) => [each.kind, each.by])).toEqual([
    ['visit', doctor.name],
    ['consent', doctor.name],
    ['call', doctor.name],
    ['call', doctor.name],
    ['call', doctor.name],
    ['paper', doctor.name],
    ['print', doctor.name],
    ['paper', doctor.name],
    ['visit', doctor.name],
  ]);
  expect(entries[0]).toMatchObject({ consultationId: next.id, state: 'draft', decision: null, followsOn: '2026-12-05', newest: null });
  expect(entries.flatMap((each) => (each.kind === 'call' ? [each.outcome] : []))).toEqual(['called', 'notReached', null]);
  expect(entries[5]).toMatchObject({ version: 2, replaces: { version: 1, reason: 'Moved' }, replacedBy: null });
  expect(entries[6]).toMatchObject({ how: 'print', versionId: paper.id, version: 1 });
  expect(entries[8]).toMatchObject({
    state: 'final',
    topic: { id: 'topic', version: '1.0' },
    decision: 'start',
    newest: { versionId: second.id, version: 2 },
  });

  const parts: string[] = [];
  let before: string | undefined;
  do {
    const part = ask({ limit: 2, ...(before === undefined ? {} : { before }) });
    parts.push(...part.entries.map(({ id }) => id));
    before = part.older ?? undefined;
  } while (before !== undefined);
  expect(parts).toEqual(entries.map(({ id }) => id));
  expect(ask({ kinds: ['print', 'consent'] }).entries.map(({ kind }) => kind)).toEqual(['consent', 'print']);

  const atTheDesk = ask({ clinical: false }).entries;
  expect(JSON.stringify(atTheDesk)).not.toMatch(/Moved|"start"|"topic":\{/);
  expect(atTheDesk.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
});
