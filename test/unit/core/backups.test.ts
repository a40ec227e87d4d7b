import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BackupFacts,
  backupIsDue,
  backupReminders,
  type KeptBackup,
  keepBackups,
  newestBackup,
  trialIsDue,
} from '#core/domain/backups.ts';

const HOUR = 3_600_000;
const NOW = '2026-12-05T10:42:00.000Z';
const ago = (hours: number) => new Date(Date.parse(NOW) - hours * HOUR).toISOString();
const made = (hours: number, change: Partial<KeptBackup> = {}): KeptBackup => {
  const madeAt = ago(hours);
  return { id: madeAt, madeAt, verifiedAt: madeAt, why: 'hourly', ...change };
};
const ids = (backups: readonly KeptBackup[]) => backups.map(({ id }) => id);

const anyBackups = fc
  .uniqueArray(
    fc.record({
      hours: fc.double({ min: -50, max: 24 * 500, noNaN: true }),
      verified: fc.boolean(),
      why: fc.constantFrom('hourly', 'byHand', 'beforeUpdate', 'beforeRestore'),
    }),
    { selector: ({ hours }) => ago(hours), maxLength: 120 },
  )
  .map((all) => all.map(({ hours, verified, why }) => made(hours, { why, ...(verified ? {} : { verifiedAt: null }) })));

describe('thinning', () => {
  test('never takes the newest, the newest whole one, or one dated after now', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = keepBackups(backups, NOW);
        const newest = newestBackup(backups, NOW);
        const whole = newestBackup(
          backups.filter(({ verifiedAt }) => verifiedAt !== null),
          NOW,
        );
        for (const must of [newest, whole, ...backups.filter(({ madeAt }) => madeAt > NOW)]) if (must) expect(kept).toContain(must);
        if (backups.some(({ verifiedAt }) => verifiedAt !== null)) expect(kept.some(({ verifiedAt }) => verifiedAt !== null)).toBe(true);
      }),
    );
  });

  test('keeps a bounded number, changes nothing the second time, and depends on no order', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = keepBackups(backups, NOW);
        const special = backups.filter(({ why }) => why === 'beforeUpdate' || why === 'beforeRestore').length;
        const future = backups.filter(({ madeAt }) => madeAt > NOW).length;
        expect(kept.length).toBeLessThanOrEqual(24 + 30 + 12 + 2 + special + future);
        expect(keepBackups(kept, NOW)).toEqual(kept);
        expect(ids(keepBackups(backups.toReversed(), NOW)).sort()).toEqual(ids(kept).sort());
      }),
    );
  });

  test('thins a year of hours to 24 hours, 30 days and 12 months', () => {
    const year = Array.from({ length: 24 * 400 }, (_, hours) => made(hours));
    const kept = keepBackups(year, NOW);
    const days = kept.map(({ madeAt }) => madeAt.slice(0, 10));
    expect(kept.slice(0, 24)).toEqual(year.slice(0, 24));
    expect(new Set(days.slice(0, 24 + 28)).size).toBe(30);
    expect(new Set(kept.map(({ madeAt }) => madeAt.slice(0, 7))).size).toBe(12);
    expect(kept.length).toBe(24 + 28 + 10);
  });

  test('a whole backup stands for its hour before a newer one that is damaged', () => {
    const backups = [made(0), made(3), made(3.2, { verifiedAt: null }), made(3.1, { verifiedAt: null })];
    expect(keepBackups(backups, NOW)).toEqual(backups.slice(0, 2));
  });

  test('the only whole one stays, however old it is and however many damaged ones follow', () => {
    const damaged = Array.from({ length: 24 * 500 }, (_, hours) => made(hours, { verifiedAt: null }));
    const whole = made(24 * 600);
    expect(keepBackups([...damaged, whole], NOW)).toContain(whole);
  });

  test('one from before an update stays for 30 days, however many follow', () => {
    const before = made(29 * 24 + 0.01, { why: 'beforeUpdate' });
    const followers = Array.from({ length: 24 * 40 }, (_, hours) => made(hours));
    expect(keepBackups([...followers, before], NOW)).toContain(before);
    const older = made(31 * 24 + 0.01, { why: 'beforeUpdate' });
    expect(keepBackups([...followers, older], NOW)).not.toContain(older);
  });
});

test('a backup is due when there is none, or something was written and the newest is an hour old', () => {
  expect(backupIsDue(null, false, NOW)).toBe(true);
  expect(backupIsDue(made(0.99), true, NOW)).toBe(false);
  expect(backupIsDue(made(1), true, NOW)).toBe(true);
  expect(backupIsDue(made(500), false, NOW)).toBe(false);
});

test('a trial is due a day after the start, once in 30 days, and a day after one that failed', () => {
  expect(trialIsDue(null, ago(23), NOW)).toBe(false);
  expect(trialIsDue(null, ago(24), NOW)).toBe(true);
  expect(trialIsDue({ at: ago(24 * 29), ok: true }, ago(9999), NOW)).toBe(false);
  expect(trialIsDue({ at: ago(24 * 30), ok: true }, ago(9999), NOW)).toBe(true);
  expect(trialIsDue({ at: ago(23), ok: false }, ago(9999), NOW)).toBe(false);
  expect(trialIsDue({ at: ago(24), ok: false }, ago(9999), NOW)).toBe(true);
});

describe('reminders', () => {
  const sound: BackupFacts = {
    now: NOW,
    clinicSince: ago(1000),
    openForMs: 2 * HOUR,
    newest: made(1),
    changed: true,
    secondPlace: '/media/stick',
    secondPlaceThere: true,
    secondAt: ago(1),
    lastTrial: { at: ago(100), ok: true },
    lastFault: null,
  };
  test('none where all is well', () => expect(backupReminders(sound)).toEqual([]));
  test.each<[string, Partial<BackupFacts>, string[]]>([
    ['no backup', { newest: null }, ['none']],
    ['no backup in the first hour', { newest: null, clinicSince: ago(0.9) }, []],
    ['27 hours without one', { newest: made(27) }, ['tooOld']],
    ['25 hours without one', { newest: made(25) }, []],
    ['27 hours in which nothing was written', { newest: made(27), changed: false }, []],
    ['opened after a weekend', { newest: made(60), openForMs: 60_000 }, []],
    ['no second place', { secondPlace: null, secondPlaceThere: false, secondAt: null }, ['noSecondPlace']],
    ['a stick that was there this morning', { secondPlaceThere: false, secondAt: ago(8) }, []],
    ['a stick that was there two days ago', { secondPlaceThere: false, secondAt: ago(48) }, ['secondPlaceMissing']],
    ['a stick from last week', { secondPlaceThere: false, secondAt: ago(24 * 8) }, ['secondPlaceMissing', 'secondPlaceOld']],
    ['a stick that takes nothing for a week', { secondAt: ago(24 * 8) }, ['secondPlaceOld']],
    ['a trial that failed', { lastTrial: { at: ago(1), ok: false } }, ['trialFailed']],
    ['several', { lastFault: 'The disk is full.', newest: null, secondPlace: null }, ['lastFailed', 'none', 'noSecondPlace']],
  ])('%s', (_what, change, expected) => expect(backupReminders({ ...sound, ...change })).toEqual(expected));
});
