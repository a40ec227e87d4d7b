import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether a disk can be mounted here: that needs root. */
export const canMount = process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-mount-'));
  try {
    mount(folder, 'size=1m');
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
}

/** A small disk of its own, gone after the test. */
export function smallDisk(kib: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-disk-'));
  mount(folder, `size=${kib}k`);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Mounts a disk again with another option: `ro`, `rw`, `size=6m`. */
export const remount = (folder: string, option: string) => execFileSync('mount', ['-o', `remount,${option}`, folder]);

/** Leaves no byte free on a disk. */
export function fillDisk(folder: string): void {
  for (const bytes of [4096, 1]) {
    try {
      for (;;) appendFileSync(join(folder, 'filling'), Buffer.alloc(bytes));
    } catch {
      // Full.
    }
  }
}
