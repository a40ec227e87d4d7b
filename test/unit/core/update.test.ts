import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareReleases, directionOf, type PackageKind, whyNotHere } from '#core/domain/update.ts';

const number = fc.nat(2000);
const release = fc.tuple(number, number, number);

test('releases are compared by number, part by part', () => {
  fc.assert(
    fc.property(release, release, (a, b) => {
      const byParts = a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
      expect(Math.sign(compareReleases(a.join('.'), b.join('.')))).toBe(Math.sign(byParts));
    }),
  );
  expect(compareReleases('1.10.0', '1.9.9')).toBeGreaterThan(0);
});

const manifest = (kind: PackageKind, from = '1.0.0') => ({
  release: '1.4.0',
  from,
  files: [{ kind, name: 'package', bytes: 1, sha256: '0'.repeat(64) }],
});

test('an update is for computers that it has a package for, and for programs from its oldest on; the way back is always open', () => {
  const here = { release: '1.2.0', kind: 'windows-x64' } as const;
  expect(whyNotHere(manifest('windows-x64'), here)).toBeNull();
  expect(whyNotHere(manifest('windows-x64', '1.3.0'), here)).toBe('tooOld');
  expect(whyNotHere(manifest('mac-arm64'), here)).toBe('otherComputer');
  expect(whyNotHere(manifest('windows-x64'), { ...here, kind: null })).toBe('otherComputer');
  expect(whyNotHere(manifest('windows-x64', '1.3.0'), { ...here, release: '2.0.0' })).toBeNull();
  expect([directionOf({ release: '1.4.0' }, '1.3.9'), directionOf({ release: '1.4.0' }, '1.4.0')]).toEqual(['newer', 'same']);
  expect(directionOf({ release: '1.4.0' }, '1.10.0')).toBe('older');
});
