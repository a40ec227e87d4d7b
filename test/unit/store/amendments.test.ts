import { expect, test } from 'vitest';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { clinicCopyBytes } from '../../support/clinicCopyBytes.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { type Direct, directStore, tamper } from './direct.ts';
import { AT, clinic, doctor, newConsultation, pack, sunita } from './folder.ts';

const LATER = '2026-12-07T09:30:00.000Z';
const paper = (consultationId: string, rev: number, text: string) =>
  storedPaper({ consultationId, rev, clinic, doctor, patient: sunita, pack, text });
const moved = {
  changes: [
    { key: 'program.transferDate', value: '2026-12-12' },
    { key: 'program.nextTime', value: null },
  ],
  reason: 'Transfer date changed',
  changed: ['transfer date', 'first day'],
};

/** A consultation with a final paper; `amend` makes its next version. */
async function finalPaper() {
  const store = directStore();
  const later = { ...store.actor, at: LATER };
  const { consultation, patient } = await newConsultation({ run: async (...args) => store.run(...args) });
  const { id } = consultation;
  store.run('consultations.saveAnswers', { id, changes: [{ key: 'program.transferDate', value: '2026-12-09' }], rev: 1 });
  store.run('consultations.saveAnswers', { id, changes: [{ key: 'program.nextTime', value: '08:00' }], rev: 2 });
  const first = made(store.run('handouts.makeFinal', paper(id, 3, 'one')));
  const amend = (rev: number, text = 'two') => store.run('handouts.amend', { ...paper(id, rev, text), ...moved }, later);
  return { store, id, patient, first, later, amend };
}

function made(result: unknown): HandoutVersion {
  if (typeof result === 'object' && result !== null && 'sha256' in result) return result as HandoutVersion;
  throw new Error('No version was made.');
}
const calls = (store: Direct, calledSince = AT) => store.run('calls.list', { calledSince });

test('an amendment is the next version, says what it replaces and why, and leaves the first as it was', async () => {
  const { store, id, first, amend } = await finalPaper();
  const second = made(amend(4));
  expect(second).toMatchObject({
    version: 2,
    madeAt: LATER,
    replaces: { version: 1, madeAt: AT, reason: moved.reason, changed: moved.changed },
    replacedBy: null,
  });
  expect(store.run('handouts.ofConsultation', { consultationId: id })).toEqual([{ ...first, replacedBy: 2 }, second]);
  expect(store.run('handouts.pdf', { id: first.id, purpose: 'view' })?.pdf).toEqual(paper(id, 3, 'one').pdf);
  const third = made(amend(5, 'three'));
  expect(third).toMatchObject({ version: 3, replaces: { version: 2, madeAt: LATER } });
});

test('its answers are rows of their own, with who and when; the consultation stays final', async () => {
  const { store, id, amend, later } = await finalPaper();
  amend(4);
  const read = store.run('consultations.read', { id });
  expect(read).toMatchObject({ state: 'final', rev: 5, savedAt: LATER });
  expect(read?.answers).toEqual([{ key: 'program.transferDate', value: '2026-12-12', savedAt: LATER, userId: later.userId }]);
  expect(store.opened.sql.get('SELECT count(*) AS n FROM answer')).toEqual({ n: 4 });
});

test('a version that was replaced is shown and no longer printed or saved', async () => {
  const { store, first, amend } = await finalPaper();
  amend(4);
  for (const purpose of ['print', 'save'] as const)
    expect(() => store.run('handouts.pdf', { id: first.id, purpose })).toThrow(expect.objectContaining({ refusal: 'replaced' }));
  expect(store.run('handouts.pdf', { id: first.id, purpose: 'view' })).not.toBeNull();
});

test('the clinic copy is given with its version, and each giving is in the log; that of a replaced version is refused', async () => {
  const { store, first, amend } = await finalPaper();
  expect(store.run('handouts.clinicCopy', { id: first.id })).toEqual({ version: first, copy: { pdf: clinicCopyBytes.pdf, pages: 1 } });
  const second = made(amend(4));
  expect(() => store.run('handouts.clinicCopy', { id: first.id })).toThrow(expect.objectContaining({ refusal: 'replaced' }));
  expect(store.run('handouts.clinicCopy', { id: second.id })?.copy?.pdf).toEqual(clinicCopyBytes.pdf);
  expect(store.run('handouts.clinicCopy', { id: crypto.randomUUID() })).toBeNull();
  const given = store.run('audit.list', { afterSeq: 0, limit: 100 }).filter(({ action }) => action === 'handout.clinicCopy');
  expect(given.map(({ subject }) => subject)).toEqual([first.id, second.id]);
});

test('a clinic copy is stored with its version or not at all, never changes, and is not given once its bytes have', async () => {
  const { store, id, first, amend } = await finalPaper();
  const torn = { ...paper(id, 4, 'two'), ...moved, clinicCopy: { ...clinicCopyBytes, sha256: '0'.repeat(64) } };
  expect(() => store.run('handouts.amend', torn)).toThrow('hash');
  expect(store.run('handouts.ofConsultation', { consultationId: id })).toHaveLength(1);
  const { db } = store.opened.sql;
  for (const change of ['UPDATE clinic_copy SET pages = 2', 'DELETE FROM clinic_copy'])
    expect(() => db.exec(change)).toThrow('a clinic copy never changes');
  tamper(store.opened, "UPDATE clinic_copy SET pdf = CAST('%PDF-1.7 other bytes' AS BLOB)");
  expect(() => store.run('handouts.clinicCopy', { id: first.id })).toThrow(expect.objectContaining({ fault: 'databaseDamaged' }));
  expect(made(amend(4)).version).toBe(2);
});

test('a version from before clinic copies were kept has none, and nothing is written down', async () => {
  const { store, first } = await finalPaper();
  tamper(store.opened, 'DELETE FROM clinic_copy');
  expect(store.run('handouts.clinicCopy', { id: first.id })).toEqual({ version: first, copy: null });
  const actions = store.run('audit.list', { afterSeq: 0, limit: 100 }).map(({ action }) => action);
  expect(actions).not.toContain('handout.clinicCopy');
});

test('nothing of an amendment stays when a part of it fails, and a stale one is a conflict', async () => {
  const { store, id, amend } = await finalPaper();
  expect(amend(3)).toEqual({ conflict: true, rev: 4, theirs: null });
  const torn = { ...paper(id, 4, 'two'), ...moved, sha256: '0'.repeat(64) };
  expect(() => store.run('handouts.amend', torn)).toThrow('hash');
  expect(store.run('handouts.ofConsultation', { consultationId: id })).toHaveLength(1);
  expect(store.run('consultations.read', { id })).toMatchObject({ rev: 4 });
  expect(store.opened.sql.get('SELECT count(*) AS n FROM answer')).toEqual({ n: 2 });
  expect(calls(store)).toEqual([]);
});

test('a draft has nothing to amend', async () => {
  const store = directStore();
  const { consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  expect(() => store.run('handouts.amend', { ...paper(consultation.id, 1, 'one'), ...moved })).toThrow(
    expect.objectContaining({ refusal: 'notFinal' }),
  );
});

test('she is put on the call list; each try is kept with who and when, until she is called', async () => {
  const { store, amend, patient, later } = await finalPaper();
  amend(4);
  const [call] = calls(store);
  expect(call).toEqual({
    id: call?.id,
    patient: { id: patient.id, name: sunita.name, recordNumber: sunita.recordNumber, age: sunita.age, phone: sunita.phone },
    mayBeCalled: [],
    why: 'paperChanged',
    day: '2026-12-07',
    state: 'waiting',
    addedAt: LATER,
    tries: [],
  });
  const id = call?.id ?? '';
  expect(store.run('calls.record', { id, outcome: 'notReached' }, later)).toMatchObject({ state: 'notReached' });
  const called = store.run('calls.record', { id, outcome: 'called' }, later);
  expect(called).toMatchObject({
    state: 'called',
    tries: [
      { outcome: 'notReached', by: doctor.name, at: LATER },
      { outcome: 'called', by: doctor.name, at: LATER },
    ],
  });
  expect(calls(store)).toEqual([called]);
  expect(calls(store, '2026-12-08T00:00:00.000Z')).toEqual([]);
  expect(() => store.run('calls.record', { id: crypto.randomUUID(), outcome: 'called' })).toThrow(
    expect.objectContaining({ refusal: 'notFound' }),
  );
});

test('a newer paper asks for one call, not for two', async () => {
  const { store, amend, later } = await finalPaper();
  amend(4);
  const [older] = calls(store);
  amend(5, 'three');
  const open = calls(store);
  expect(open).toHaveLength(1);
  expect(open[0]?.id).not.toBe(older?.id);
  store.run('calls.record', { id: open[0]?.id ?? '', outcome: 'called' }, later);
  amend(6, 'four');
  expect(calls(store).map(({ state }) => state)).toEqual(['waiting', 'called']);
});

test('the audit says who amended, who was put on the list and who recorded a call, by ids alone', async () => {
  const { store, amend } = await finalPaper();
  const version = made(amend(4));
  const id = calls(store)[0]?.id ?? '';
  store.run('calls.record', { id, outcome: 'called' });
  const rows = store.run('audit.list', { afterSeq: 0, limit: 50 });
  expect(rows.slice(-3).map(({ action, subject }) => [action, subject])).toEqual([
    ['handout.amend', version.id],
    ['call.add', id],
    ['call.record', id],
  ]);
  expect(store.run('audit.verify', null)).toEqual({ rows: rows.length });
});

test('amendments and tries to call can’t be changed or deleted', async () => {
  const { store, amend } = await finalPaper();
  amend(4);
  store.run('calls.record', { id: calls(store)[0]?.id ?? '', outcome: 'called' });
  const { db } = store.opened.sql;
  expect(() => db.exec("UPDATE amendment SET reason = 'x'")).toThrow('never changes');
  expect(() => db.exec('DELETE FROM amendment')).toThrow('never changes');
  expect(() => db.exec("UPDATE call_try SET outcome = 'notReached'")).toThrow('only added');
  expect(() => db.exec('DELETE FROM call_try')).toThrow('only added');
});

const bytes = (text: string) => {
  const { pdf, sha256 } = paper('', 1, text);
  return { pdf, sha256 };
};

test('pages with a mark are made once, given again with their hash checked, and a copy of what was replaced since is refused', async () => {
  const { store, first, amend } = await finalPaper();
  const mark = { kind: 'copy' as const, firstPrinted: '2026-12-05' };
  const input = { versionId: first.id, mark, ...bytes('marked'), pages: 4 };
  expect(store.run('papers.findMarked', { versionId: first.id, mark })).toBeNull();
  expect(() => store.run('papers.addMarked', { ...input, sha256: '0'.repeat(64) })).toThrow('hash');
  const made = store.run('papers.addMarked', input);
  expect(made).toMatchObject({ mark, pages: 4, version: { id: first.id }, pdf: bytes('marked').pdf });
  expect(store.run('papers.addMarked', { ...input, ...bytes('again') })).toEqual(made);
  expect(store.run('papers.marked', { id: made.id })).toEqual(made);
  expect(() => store.opened.sql.db.exec('UPDATE marked_copy SET pages = 1')).toThrow('marked pages never change');
  amend(4);
  expect(() => store.run('papers.marked', { id: made.id })).toThrow(expect.objectContaining({ refusal: 'replaced' }));
  const old = { ...input, mark: { kind: 'superseded' as const, byVersion: 2 } };
  const { id } = store.run('papers.addMarked', old);
  tamper(store.opened, "UPDATE handout_version SET pdf = CAST('%PDF-1.7 other bytes' AS BLOB) WHERE version = 1");
  expect(() => store.run('papers.marked', { id }), 'the final that they are of').toThrow(
    expect.objectContaining({ fault: 'databaseDamaged' }),
  );
});

test('a version in another language goes with the one it is of, and there is one of each language', async () => {
  const { store, id, first, amend } = await finalPaper();
  const hindi = { ...paper(id, 4, 'hi'), language: 'hi' as const, ofId: first.id };
  const second = store.run('papers.addLanguage', hindi);
  expect(second).toMatchObject({ version: 2, sameAs: 1, replaces: null, replacedBy: null });
  expect(() => store.run('papers.addLanguage', hindi)).toThrow(expect.objectContaining({ refusal: 'hasLanguage' }));
  expect(made(amend(4))).toMatchObject({ version: 3, replaces: { version: 1 } });
  expect(store.run('handouts.ofConsultation', { consultationId: id }).map(({ replacedBy }) => replacedBy)).toEqual([3, 3, null]);
  expect(() => store.run('papers.addLanguage', { ...hindi, language: 'both' })).toThrow(expect.objectContaining({ refusal: 'replaced' }));
});
