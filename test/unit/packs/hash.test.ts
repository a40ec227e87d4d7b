import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashPack, packRef } from '#backend/packs/hashPack.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { type Pack, packSchema } from '#core/domain/pack.ts';
import { packFolder, packsDir, TOPIC } from './packFolder.ts';

async function only(dir: string): Promise<Pack> {
  const loaded = (await loadPacks(dir)).find(({ folder }) => folder === TOPIC);
  if (!loaded?.pack) throw new Error(JSON.stringify(loaded?.faults));
  return loaded.pack;
}

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map(Object.entries(value));
  return Object.fromEntries(order([...fields.keys()]).map((key) => [key, shuffled(fields.get(key), order)]));
}

test('The hash of a pack is the same in whatever order its keys stand', async () => {
  const pack = await only(packsDir);
  const hash = hashPack(pack);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      const next = () => stream.next().value ?? 0;
      const order = (keys: string[]) =>
        keys
          .map((key) => ({ key, at: next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ key }) => key);
      expect(hashPack(shuffled(pack, order) as Pack)).toBe(hash);
    }),
    { numRuns: 5 },
  );
});

test('The hash survives being stored and read again', async () => {
  const pack = await only(packsDir);
  expect(hashPack(packSchema.parse(JSON.parse(JSON.stringify(pack))))).toBe(hashPack(pack));
});

test('A single changed word gives another hash, and a comment doesn’t', async () => {
  const before = packRef(await only(packsDir));
  const words = packFolder();
  words.edit('text/en.yaml', 'red.chest: Chest pain', 'red.chest: Pain in the chest');
  expect(packRef(await only(words.dir))).not.toEqual(before);
  const comment = packFolder();
  comment.edit('pack.yaml', 'format: 1', '# A note for authors.\nformat: 1');
  expect(packRef(await only(comment.dir))).toEqual(before);
});
