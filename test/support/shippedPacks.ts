import { join } from 'node:path';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import type { Pack } from '#core/domain/pack.ts';

/** Every pack that ships, in the order of their ids. Throws with the faults when one is refused. */
export async function shippedPacks(): Promise<Pack[]> {
  const loaded = await loadPacks(join(import.meta.dirname, '../../templates/packs'));
  return loaded.map(({ pack, faults }) => {
    if (pack === null) throw new Error(JSON.stringify(faults));
    return pack;
  });
}

/** The shipped pack with this id. */
export async function shippedPack(id: string): Promise<Pack> {
  const found = (await shippedPacks()).find((pack) => pack.id === id);
  if (!found) throw new Error(`There is no pack ${id}.`);
  return found;
}
