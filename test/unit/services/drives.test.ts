import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findDrives } from '#backend/services/drives.ts';
import { canMount } from '../../support/disk.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-drives-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a folder that is only a folder is no drive, and a place that is not there is none', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'asha', 'documents'), { recursive: true });
  expect(
    await findDrives('linux', [
      { folder, deep: 2 },
      { folder: join(folder, 'nowhere'), deep: 2 },
    ]),
  ).toEqual([]);
});

describe.skipIf(!canMount)('drives that are plugged in (needs root and mount)', () => {
  test('are found as deep as the system mounts them, with their names and the room on them', async () => {
    const folder = temporaryFolder();
    const sticks = [join(folder, 'STICK'), join(folder, 'asha', 'BACKUP 2')];
    for (const stick of sticks) {
      mkdirSync(stick, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', stick]);
      onTestFinished(() => void execFileSync('umount', ['-l', stick]));
    }
    const freeBytes = 2 * 1024 * 1024;
    expect(await findDrives('linux', [{ folder, deep: 2 }])).toEqual([
      { path: sticks[0], label: 'STICK', freeBytes },
      { path: sticks[1], label: 'BACKUP 2', freeBytes },
    ]);
    expect(await findDrives('darwin', [{ folder, deep: 1 }])).toEqual([{ path: sticks[0], label: 'STICK', freeBytes }]);
  });
});
