import { expect, onTestFinished, test, vi } from 'vitest';
import { Keeper } from '#backend/store/keeper.ts';
import { migrations } from './direct.ts';
import { AT, clinic, doctor, PASSWORD, temporaryFolder } from './folder.ts';

/** Every key that the store has held in memory since the last look, the master key among them. */
const held = vi.hoisted(() => new Set<Buffer>());
vi.mock('#backend/store/keys.ts', async (original) => {
  const keys = await original<typeof import('#backend/store/keys.ts')>();
  return {
    ...keys,
    subkey: (masterKey: Buffer, purpose: Parameters<typeof keys.subkey>[1]) => {
      const key = keys.subkey(masterKey, purpose);
      held.add(masterKey).add(key);
      return key;
    },
  };
});
const readable = () => [...held].filter((key) => key.some((byte) => byte !== 0)).length;

test('when the store is locked, every key that was in memory is overwritten', async () => {
  const keeper = new Keeper(temporaryFolder(), migrations);
  onTestFinished(() => keeper.close());
  const { user } = await keeper.create({
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user: { name: doctor.name, roles: ['doctor', 'administrator'], doctor },
    password: PASSWORD,
    at: AT,
  });
  const whileOpen = readable();
  expect(whileOpen).toBeGreaterThan(0);
  keeper.lock();
  expect(readable()).toBe(0);

  held.clear();
  await keeper.unlock({ userId: user.id, password: PASSWORD, at: AT });
  expect(readable()).toBe(whileOpen);
  // What needs the master key leaves nothing of it behind.
  await keeper.people.renewRecoveryKey({ by: user.id, ownPassword: PASSWORD, at: AT });
  await expect(keeper.people.setPin({ by: user.id, ownPassword: 'a wrong one', pin: '2468', at: AT })).rejects.toThrow();
  expect(readable()).toBe(whileOpen);
  keeper.lock();
  expect(held.size).toBeGreaterThan(whileOpen);
  expect(readable()).toBe(0);
});
