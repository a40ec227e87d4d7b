import { describe, expect, test } from 'vitest';
import { firstStart } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { client, programOfEachTest } from '../../support/program.ts';
import { transports } from '../../support/transports.ts';

const age = { kind: 'told', years: 32, toldOn: '2026-11-22' } as const;
const sunita = { name: 'SUNITA DEVI', recordNumber: 'CL-00-4821', age, relative: 'RAMESH', relativeIs: 'husband' } as const;

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open, begin: () => client.app.setUp(firstStart) });

  test('a phone number is kept in one form however it is typed, and one that can’t be is refused at its field', async () => {
    const added = await client.patients.add({ ...sunita, phone: '+९१ ९८७६५-४३२१०' });
    expect(added.phone).toBe('9876543210');
    const refused = await errorOf(client.patients.add({ ...sunita, recordNumber: 'B', phone: '98765' }));
    expect(refused).toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'phone', message: expect.stringContaining('missing') }] },
    });
    expect((await client.patients.recent()).total).toBe(1);
  });

  test('she is found in the other script, by her husband and in spite of a mistake, and each row says why', async () => {
    const { id } = await client.patients.add({ ...sunita, phone: '9876543210' });
    const { recordNumber: own } = await client.patients.add({ name: 'Rekha', age });
    expect(own).toBe('P-0001');
    for (const [text, foundBy] of [
      ['sunita', 'name'],
      ['सुनीता', 'sound'],
      ['sumita', 'spelling'],
      ['ramesh', 'relative'],
      ['cl-00 - 4', 'record'],
      ['3210', 'phone'],
    ] as const)
      expect(
        (await client.patients.search({ text })).map((row) => [row.id, row.foundBy]),
        text,
      ).toEqual([[id, foundBy]]);
    expect(await client.patients.similar({ name: 'सुनीता देवी', recordNumber: '', phone: '98765 43210' })).toMatchObject([
      { id, shares: ['name', 'phone'] },
    ]);
  });

  test('her details are changed; who saw an older state gets the present one, and the other window hears of it', async () => {
    const { id } = await client.patients.add(sunita);
    const twin = await client.patients.add({ ...sunita, name: 'सुनीता देवी', recordNumber: 'T' });
    expect(await client.patients.twins({ id })).toMatchObject({ rows: [{ id: twin.id }], more: false });
    const saved = await client.patients.save({ ...sunita, name: 'SUNITA RANI', id, rev: 1 });
    expect(saved).toMatchObject({ id, name: 'SUNITA RANI', rev: 2 });
    expect(await errorOf(client.patients.save({ ...sunita, village: 'Testnagar', id, rev: 1 }))).toMatchObject({
      code: 'CHANGED_ELSEWHERE',
      data: { rev: 2, theirs: saved },
    });
    expect(await errorOf(client.patients.save({ ...sunita, recordNumber: 't', id, rev: 2 }))).toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'recordNumber' }] },
    });
    expect(await client.patients.twins({ id })).toEqual({ rows: [], more: false });
    expect(await client.patients.read({ id })).toMatchObject({ name: 'SUNITA RANI', rev: 2 });
  });

  test('up to three people are named, each with something that she may do', async () => {
    const person = { name: 'KAMLA', relation: 'mother', mayCollect: true, mayBeCalled: false } as const;
    const added = await client.patients.add({ ...sunita, named: [person, person, person] });
    expect(added.named).toHaveLength(3);
    const input = { ...sunita, id: added.id, rev: 1 };
    expect(await errorOf(client.patients.save({ ...input, named: [person, person, person, person] }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await errorOf(client.patients.save({ ...input, named: [{ ...person, mayCollect: false }] }))).toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'named.0.mayCollect' }] },
    });
    expect((await client.patients.save(input)).named).toBeUndefined();
  });
});
