import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { firstStart, PASSWORD, TestBackend, workers } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { client, programOfEachTest } from '../../support/program.ts';
import { transports } from '../../support/transports.ts';

const packId = 'tacrolimus-fertility';
const part = { form: 'capsule', strengthMg: 0.5, units: { morning: 1, noon: 0, evening: 1, bedtime: 0 } } as const;

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open });

  async function topicHash(): Promise<string> {
    const found = (await client.packs.list()).find(({ ref }) => ref.id === packId);
    return found?.ref.hash ?? '';
  }

  test('a protocol is saved with the topic’s content, renamed, and gone from the list when it is removed', async () => {
    await client.app.setUp(firstStart);
    expect(await client.protocols.mine({ packId })).toEqual([]);
    const packHash = await topicHash();
    const saved = await client.protocols.save({ name: 'Low dose', packHash, part });
    expect(saved).toMatchObject({ rev: 1, name: 'Low dose', pack: { id: packId, hash: packHash }, part });
    const renamed = await client.protocols.rename({ id: saved.id, name: 'Low dose, frozen transfer', rev: 1 });
    expect(await client.protocols.mine({ packId })).toEqual([renamed]);
    const stale = await errorOf(client.protocols.retire({ id: saved.id, rev: 1 }));
    expect(stale).toMatchObject({ code: 'CHANGED_ELSEWHERE', data: { rev: 2, theirs: { name: 'Low dose, frozen transfer' } } });
    expect(await client.protocols.retire({ id: saved.id, rev: 2 })).toBeNull();
    expect(await client.protocols.mine({ packId })).toEqual([]);
  });

  test('a name that is taken, and a topic that is not here, are refused in words', async () => {
    await client.app.setUp(firstStart);
    const packHash = await topicHash();
    await client.protocols.save({ name: 'Low dose', packHash, part });
    const taken = await errorOf(client.protocols.save({ name: 'low dose', packHash, part }));
    expect(taken).toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'name' }] } });
    expect(await errorOf(client.protocols.save({ name: 'Other', packHash: 'a'.repeat(64), part }))).toMatchObject({ code: 'NOT_FOUND' });
    const unknown = await errorOf(client.protocols.save({ name: 'Other', packHash, part: { ...part, chosen: { dose: 'no-such' } } }));
    expect(unknown).toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'part.chosen' }] } });
  });

  test('a date, a decision and her medicines never get in', async () => {
    await client.app.setUp(firstStart);
    const packHash = await topicHash();
    const changes: [path: string, change: object][] = [
      ['part', { transferDate: '2026-12-09' }],
      ['part', { decision: 'start' }],
      ['part', { medicines: { known: 'none' } }],
      ['part.start', { start: { anchor: 'transfer', days: -4, date: '2026-12-05' } }],
      ['part.ifNegative', { ifNegative: 'Stop on 23-Dec-2026.' }],
    ];
    for (const [path, change] of changes) {
      const refused = await errorOf(client.protocols.save({ name: 'Dated', packHash, part: { ...part, ...change } }));
      expect(refused).toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path }] } });
    }
    expect(await client.protocols.mine({ packId })).toEqual([]);
  });

  test('after the topic’s content has changed it is approved again in one call, without what the topic has no more', async () => {
    const earlier = new TestBackend();
    const at = earlier.now.toISOString();
    await earlier.withUser(['doctor']);
    const store = openStoreWorker({ folder: join(earlier.dataDir, 'clinic'), workerUrl: workers.store, leastKeys: true });
    const [who] = (await store.state()).users;
    const userId = who?.id ?? '';
    await store.unlock({ userId, password: PASSWORD, at });
    const before = { id: packId, version: '0.9', hash: 'b'.repeat(64) };
    const { id } = await store.run(
      'protocols.save',
      { name: 'Low dose', pack: before, part: { ...part, chosen: { dose: 'gone' } } },
      { userId, at },
    );
    await store.close();

    const way = await open(earlier.backend);
    const window = await way.openWindow();
    await window.app.signIn({ userId, password: PASSWORD });
    const packHash = (await window.packs.list()).find(({ ref }) => ref.id === packId)?.ref.hash ?? '';
    expect(await window.protocols.mine({ packId })).toMatchObject([{ pack: before, part: { chosen: { dose: 'gone' } } }]);
    expect(await window.protocols.reapprove({ id, packId, packHash, rev: 1 })).toMatchObject({ rev: 2, pack: { hash: packHash } });
    expect((await window.protocols.mine({ packId })).map((each) => each.part)).toEqual([part]);
    expect(await errorOf(window.protocols.reapprove({ id, packId, packHash: 'c'.repeat(64), rev: 2 }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await way.close();
    await earlier.close();
  });
});
