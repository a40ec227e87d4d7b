import { expect, test } from 'vitest';
import type { Call } from '#core/contract/calls.ts';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client, programOfEachTest, running, transport } from '../../support/program.ts';
import { finalVisit, sampleAnswers } from '../../support/sampleVisit.ts';
import type { Client } from '../../support/transports.ts';

programOfEachTest({ now: '2026-12-02T05:00:00Z' });

const packId = 'tacrolimus-fertility';
const age = { kind: 'told', years: 32, toldOn: '2026-12-02' } as const;
const named = [{ name: 'Kamla', relation: 'sister' as const, mayCollect: true, mayBeCalled: false }];
const sunita = {
  name: 'Sunita Devi',
  recordNumber: 'A-4821',
  age,
  phone: '98450 12345',
  relative: 'Ramesh',
  relativeIs: 'husband',
  named,
} as const;
const on = (day: string) => {
  running.now = new Date(`${day}T05:00:00Z`);
};
const code = (expected: string) => expect.objectContaining({ code: expected });
const facts = ({ why, day, state, tries }: Call) => [why, day, state, tries.length];

/** Every word by which somebody could tell what her visit was about. */
async function clinicalWords(): Promise<RegExp> {
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  const [topic] = (await client.packs.list()).filter(({ ref }) => ref.id === packId);
  const pack = await client.packs.read({ hash: topic?.ref.hash ?? '' });
  const tests = pack.protocol.tests.flatMap(({ id }) => [id, pack.texts.en?.texts[`test.${id}`] ?? '']);
  const answers = (await sampleAnswers()).filter(({ key }) => !/Date|Time|language|paper|supervisors/.test(key));
  const said = answers.flatMap(({ value }) => strings(value)).filter((text) => /[a-z]{4}/i.test(text) && !/^(known|none)$/.test(text));
  const words = [packId, 'tacrolimus', topic?.title ?? '', ...tests, ...said, ...answers.map(({ key }) => key.replace(/^.*\./, ''))];
  // Names of fields that reception's answers have too.
  const fields = ['', 'date', 'why', 'asked'];
  const plain = [...new Set(words)].filter((word) => !fields.includes(word));
  return new RegExp(`(?<![\\w-])(${plain.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`, 'i');
}

async function receptionWindow(): Promise<Client> {
  const first = 'a first password';
  const { id: userId } = await client.users.add({ name: 'Ravi', roles: ['reception'], password: first, ownPassword: PASSWORD });
  const window = await transport.openWindow();
  await window.app.signIn({ userId, password: first });
  await window.account.changePassword({ ownPassword: first, newPassword: 'a second password' });
  return window;
}

test('reception finds who calls, tells her next date and which paper holds, and calls about changed papers and due results, with nothing clinical', async () => {
  await client.app.setUp(firstStart);
  for (const { ref } of await client.packs.list()) await client.packs.approve({ hash: ref.hash, language: 'en' });
  const { id: patientId } = await client.patients.add(sunita);
  const { id: twin } = await client.patients.add({
    ...sunita,
    recordNumber: 'A-5123',
    phone: '98450 77777',
    relative: 'Mohan',
    named: undefined,
  });
  const { consultationId, first, rev } = await finalVisit(client, patientId);
  const words = await clinicalWords();
  expect(JSON.stringify(await client.consultations.read({ consultationId }))).toMatch(words);
  const reception = await receptionWindow();
  /** What reception is told; nothing clinical is in it. */
  const told = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    expect(JSON.stringify(answer)).not.toMatch(words);
    return answer;
  };
  const card = () => told(reception.desk.card({ patientId }));
  const list = () => told(reception.calls.list());

  for (const text of ['sunita', 'sumita devi', 'सुनीता', '9845012345', '2345', 'a-48', 'ramesh']) {
    const found = await told(reception.patients.search({ text }));
    expect([text, found.some(({ id }) => id === patientId)]).toEqual([text, true]);
    expect([text, found.some(({ id }) => id === twin)]).toEqual([text, /^s|^सु/.test(text)]);
  }

  expect(await card()).toEqual({
    patient: {
      id: patientId,
      name: sunita.name,
      recordNumber: 'A-4821',
      age,
      phone: '9845012345',
      relative: 'Ramesh',
      relativeIs: 'husband',
    },
    mayCollect: [{ name: 'Kamla', relation: 'sister' }],
    mayBeCalled: [],
    next: { date: '2026-12-04', time: '08:30' },
    passed: null,
    papers: [
      {
        versionId: first.id,
        visitDate: '2026-12-02',
        version: 1,
        language: 'en',
        since: first.madeAt,
        replaces: null,
        sameAs: null,
        printedAt: null,
        handedOver: null,
        queued: { jobId: expect.any(String), state: 'waiting' },
      },
    ],
    calls: [],
  });
  const views = (await client.audit.list({ filter: { patientId, group: 'patient' }, before: null })).rows.filter(({ by }) => by === 'Ravi');
  expect(views.map(({ action }) => action)).toEqual(['patient.view']);
  await expect(reception.desk.card({ patientId: crypto.randomUUID() })).rejects.toEqual(code('NOT_FOUND'));

  // The doctor moves her transfer: another version holds, and she is to be told.
  on('2026-12-03');
  const moved = [
    { key: 'program.transferDate', value: '2026-12-12' },
    { key: 'program.stop', value: { anchor: 'date', date: '2026-12-25' } },
  ];
  const second = await client.consultations.amend({ consultationId, rev, reason: 'Transfer date changed', changes: moved });
  expect((await card()).papers).toMatchObject([{ versionId: second.id, version: 2, replaces: 1, since: second.madeAt }]);
  expect((await card()).calls.map(facts)).toEqual([['paperChanged', '2026-12-03', 'waiting', 0]]);

  // She asks to be called back: once on the list, however often that is pressed. The other one called, and is told at once.
  await told(reception.calls.add({ patientId }));
  await told(reception.calls.add({ patientId }));
  await told(reception.calls.spoke({ patientId: twin }));
  on('2026-12-04');
  expect((await list()).map(facts)).toEqual([
    ['paperChanged', '2026-12-03', 'waiting', 0],
    ['asked', '2026-12-03', 'waiting', 0],
    ['spoke', '2026-12-03', 'called', 1],
  ]);

  // The day after her first tests.
  on('2026-12-05');
  const [, , due] = await list();
  expect(due && facts(due)).toEqual(['resultsDue', '2026-12-04', 'waiting', 0]);
  const tried = await told(reception.calls.record({ id: due?.id ?? '', outcome: 'notReached' }));
  expect((await list()).map(facts).slice(0, 3)).toEqual([
    ['paperChanged', '2026-12-03', 'waiting', 0],
    ['asked', '2026-12-03', 'waiting', 0],
    ['resultsDue', '2026-12-04', 'notReached', 1],
  ]);
  // A second window that still shows the entry as it was adds to the same one.
  expect(await told(reception.calls.record({ id: due?.id ?? '', outcome: 'called' }))).toMatchObject({ id: tried.id, state: 'called' });
  const open = async () => (await list()).filter(({ state }) => state !== 'called').map(({ why, day }) => [why, day]);
  const waiting = [
    ['paperChanged', '2026-12-03'],
    ['asked', '2026-12-03'],
  ];
  expect(await open()).toEqual(waiting);
  await told(reception.calls.record({ id: tried.id, outcome: 'notReached' }));
  expect(await open()).toEqual([...waiting, ['resultsDue', '2026-12-04']]);
  await told(reception.calls.record({ id: tried.id, outcome: 'called' }));
  await expect(reception.calls.record({ id: consultationId, outcome: 'called' })).rejects.toEqual(code('NOT_FOUND'));

  // Later tests are due again, but not while she is here.
  on('2026-12-15');
  expect(await open()).toEqual([...waiting, ['resultsDue', '2026-12-14']]);
  expect((await card()).next).toEqual({ date: '2026-12-16', time: '17:00' });
  const { id: draft } = await client.consultations.start({ patientId, packId, from: consultationId });
  expect(await open()).toEqual(waiting);
  // Where the doctor stands in it is told to those who treat her.
  await client.consultations.savePlace({ consultationId: draft, place: { section: 'why-considered', field: null } });
  expect((await client.patients.read({ id: patientId })).lastVisit?.section).toBe('why-considered');
  expect((await told(reception.patients.read({ id: patientId }))).lastVisit).toMatchObject({ state: 'draft', section: null });
  expect((await told(reception.patients.search({ text: 'a-4821' })))[0]?.lastVisit?.section).toBeNull();

  const timeline = await told(reception.patients.timeline({ id: patientId, kinds: ['call'] }));
  expect(timeline.entries).toHaveLength(6);
  const mine = await client.audit.list({ filter: { patientId, group: 'consultation' }, before: null });
  expect(mine.rows.filter(({ action, by }) => by === 'Ravi' && action === 'call.record')).toHaveLength(4);

  // Nothing of her is called about once she is erased.
  const because = { reason: 'herRequest' as const, note: 'Her letter of 14 December' };
  await client.rights.erase({ patientId, recordNumber: 'A-4821', ownPassword: PASSWORD, because });
  expect(await open()).toEqual([]);
  await expect(reception.desk.card({ patientId })).rejects.toEqual(code('NOT_FOUND'));
}, 60_000);
