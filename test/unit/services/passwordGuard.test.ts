import { describe, expect, test } from 'vitest';
import { PasswordGuard } from '#backend/services/passwordGuard.ts';

const refused = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('after wrong passwords', () => {
  test('two are free, then each wait is twice as long', () => {
    let ms = 0;
    const guard = new PasswordGuard(() => ms);
    const waits = Array.from({ length: 6 }, () => {
      const error = guard.wrong(['a'], 'Wrong.');
      ms += 3_600_000;
      return (error as { data?: { waitSeconds?: number } }).data?.waitSeconds;
    });
    expect(waits).toEqual([undefined, undefined, 1, 2, 4, 8]);
  });

  test('a try inside the waiting time is refused with the seconds that are left, and isn’t counted', () => {
    let ms = 0;
    const guard = new PasswordGuard(() => ms);
    for (let n = 0; n < 5; n++) guard.wrong(['a'], 'Wrong.');
    ms = 1_500;
    expect(refused(() => guard.check('a'))).toMatchObject({ code: 'WRONG_PASSWORD', data: { waitSeconds: 3 } });
    ms = 4_000;
    expect(refused(() => guard.check('a'))).toBeUndefined();
  });

  test('another person isn’t held up, and the right password forgets the wrong ones', () => {
    const guard = new PasswordGuard(() => 0);
    for (let n = 0; n < 5; n++) guard.wrong(['a'], 'Wrong.');
    expect(refused(() => guard.check('b'))).toBeUndefined();
    guard.right('a');
    expect(refused(() => guard.check('a'))).toBeUndefined();
  });

  test('a try that is counted for two waits for both', () => {
    const guard = new PasswordGuard(() => 0);
    for (let n = 0; n < 2; n++) guard.wrong(['a', 'computer'], 'Wrong.');
    expect(guard.wrong(['b', 'computer'], 'Wrong.')).toMatchObject({ data: { waitSeconds: 1 } });
    expect(refused(() => guard.check('b'))).toBeUndefined();
    expect(refused(() => guard.check('computer'))).toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  test('nobody is locked out for longer than a quarter of an hour', () => {
    const guard = new PasswordGuard(() => 0);
    for (let n = 0; n < 40; n++) guard.wrong(['a'], 'Wrong.');
    expect(refused(() => guard.check('a'))).toMatchObject({ data: { waitSeconds: 900 } });
  });
});
