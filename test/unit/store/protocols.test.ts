import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertUser } from '#backend/store/commands/users.ts';
import type { Actor } from '#backend/store/store.ts';
import type { SavedProtocol } from '#core/domain/savedProtocol.ts';
import { type Direct, directStore, tamper } from './direct.ts';
import { AT, newClinic, PASSWORD, pack } from './folder.ts';

const part = { form: 'capsule', strengthMg: 0.5, units: { morning: 1, noon: 0, evening: 1, bedtime: 0 } } as const;
const save = (store: Direct, name = 'Low dose, frozen transfer', by?: Actor) => store.run('protocols.save', { name, pack, part }, by);
const mine = (store: Direct, by?: Actor) => store.run('protocols.mine', { packId: pack.id }, by).map(({ name }) => name);

/** Another doctor of the same clinic. */
function colleague(store: Direct): Actor {
  const id = randomUUID();
  const doctor = { name: 'Dr Meera Rao', registration: 'MMC 9' };
  store.opened.change(() => insertUser(store.opened.sql, { id, name: doctor.name, roles: ['doctor'], doctor }, AT));
  return { userId: id, at: AT };
}

test('a protocol is kept with the pack that it was saved with, also after a restart', () => {
  const store = directStore();
  const saved = save(store);
  expect(saved).toEqual({ id: saved.id, rev: 1, name: 'Low dose, frozen transfer', pack, part, savedAt: AT, approvedAt: AT });
  store.reopen();
  expect(store.run('protocols.mine', { packId: pack.id })).toEqual([saved]);
  expect(store.run('protocols.mine', { packId: 'another-topic' })).toEqual([]);
});

test('a doctor sees and changes her own protocols only', () => {
  const store = directStore();
  const { id } = save(store);
  const other = colleague(store);
  expect(mine(store, other)).toEqual([]);
  const gone = expect.objectContaining({ refusal: 'notFound' });
  expect(() => store.run('protocols.rename', { id, name: 'Hers', rev: 1 }, other)).toThrow(gone);
  expect(() => store.run('protocols.reapprove', { id, pack, part, rev: 1 }, other)).toThrow(gone);
  expect(() => store.run('protocols.retire', { id, rev: 1 }, other)).toThrow(gone);
  expect(save(store, 'Low dose, frozen transfer', other).id).not.toBe(id);
  expect(mine(store)).toEqual(['Low dose, frozen transfer']);
});

test('a name is used once at a time, whatever its capital letters; a retired one is free again', () => {
  const store = directStore();
  const { id } = save(store);
  const taken = expect.objectContaining({ refusal: 'protocolNameTaken' });
  expect(() => save(store, 'low dose,  Frozen transfer')).toThrow(taken);
  const second = save(store, 'Second');
  expect(() => store.run('protocols.rename', { id: second.id, name: 'LOW DOSE, frozen transfer', rev: 1 })).toThrow(taken);
  expect(store.run('protocols.rename', { id, name: 'Low Dose, frozen transfer', rev: 1 })).toMatchObject({ rev: 2 });
  store.run('protocols.retire', { id, rev: 2 });
  expect(mine(store)).toEqual(['Second']);
  save(store);
  expect(mine(store)).toEqual(['Low dose, frozen transfer', 'Second']);
});

test('a change that saw an old revision gets the present protocol and changes nothing', () => {
  const store = directStore();
  const { id } = save(store);
  const present = store.run('protocols.rename', { id, name: 'New', rev: 1 }) as SavedProtocol;
  const conflict = { conflict: true, rev: 2, theirs: present };
  expect(store.run('protocols.rename', { id, name: 'Other', rev: 1 })).toEqual(conflict);
  expect(store.run('protocols.reapprove', { id, pack, part, rev: 1 })).toEqual(conflict);
  expect(store.run('protocols.retire', { id, rev: 1 })).toEqual(conflict);
  expect(mine(store)).toEqual(['New']);
});

test('approving again moves it to the new content of the pack', () => {
  const store = directStore();
  const { id } = save(store);
  const next = { ...pack, version: '1.1', hash: 'b'.repeat(64) };
  const later = { ...store.actor, at: '2026-12-06T05:12:00.000Z' };
  const approved = store.run('protocols.reapprove', { id, pack: next, part: { form: 'capsule' }, rev: 1 }, later);
  expect(approved).toMatchObject({ rev: 2, pack: next, part: { form: 'capsule' }, savedAt: AT, approvedAt: later.at });
});

test('who saved, renamed, approved and retired is in the audit, by id', () => {
  const store = directStore();
  const { id } = save(store);
  store.run('protocols.rename', { id, name: 'New', rev: 1 });
  store.run('protocols.reapprove', { id, pack, part, rev: 2 });
  store.run('protocols.retire', { id, rev: 3 });
  const rows = store.run('audit.list', { afterSeq: 0, limit: 50 }).filter(({ action }) => action.startsWith('protocol.'));
  expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
    ['protocol.save', id],
    ['protocol.rename', id],
    ['protocol.reapprove', id],
    ['protocol.retire', id],
  ]);
});

test('the table itself takes no date and lets nothing be deleted', () => {
  const store = directStore();
  const { id } = save(store);
  const dated = JSON.stringify({ start: { anchor: 'date', date: '2026-12-05' } });
  expect(() => store.opened.sql.run('UPDATE saved_protocol SET part = ? WHERE id = ?', dated, id)).toThrow('CHECK');
  expect(() => store.opened.sql.run('DELETE FROM saved_protocol WHERE id = ?', id)).toThrow('never deleted');
  tamper(store.opened, 'DELETE FROM saved_protocol');
  expect(mine(store)).toEqual([]);
});

test('over the worker, in a clinic that is locked and opened again, it is still there', async () => {
  const { store, run, user } = await newClinic();
  await run('protocols.save', { name: 'Low dose', pack, part });
  await store.lock();
  await store.unlock({ userId: user.id, password: PASSWORD, at: AT });
  expect(await run('protocols.mine', { packId: pack.id })).toMatchObject([{ name: 'Low dose', part }]);
});
