import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * File systems in one another, each in an image file on the one before; the outermost image lies in memory where there is
 * room. `records` is the clinic's disk. What it has written but not flushed is still in the page cache of `cache`: that is
 * the disk's own memory, which a power cut empties. `stage` can be frozen, so that one instant of the disk can be copied.
 */
const LAYERS = ['stage', 'cache', 'records'] as const;
const MEGABYTES = { stage: 320, cache: 200, records: 96 } as const;
const NEEDED_BYTES = 700 * 2 ** 20;

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
}

/** A disk whose power can be cut. Needs root and loop devices: see `whyNoPowerCuts`. */
export class PowerCutDisk {
  readonly #base: string;
  readonly #mounted: string[] = [];

  constructor() {
    const memory = '/dev/shm';
    const roomy = existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > 2 * NEEDED_BYTES;
    this.#base = mkdtempSync(join(roomy ? memory : tmpdir(), 'consultleaf-power-'));
  }

  /** Makes a disk that holds a copy of `folder`, flushed, and gives the copy's place. */
  make(folder: string): string {
    let within = this.#base;
    for (const layer of LAYERS) {
      const image = join(within, `${layer}.img`);
      run('truncate', '-s', `${MEGABYTES[layer]}M`, image);
      run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image);
      within = this.#mount(image, layer);
    }
    const copy = join(within, 'clinic');
    cpSync(folder, copy, { recursive: true });
    run('sync', '-f', copy);
    return copy;
  }

  /**
   * The power goes: gives, as a new disk, what the old one would hold when it is switched on again. Everything that waits in
   * the program, in its file system or in the disk's memory is gone; what was flushed before the call is there.
   */
  cut(): void {
    const frozen = join(this.#base, 'stage');
    // One shell, so that nothing can come between the freezing and the thawing.
    const copied = `trap '' INT TERM HUP; fsfreeze -f "$1" && cp --sparse=always "$1/cache.img" "$2"; done=$?; fsfreeze -u "$1"; exit $done`;
    run('sh', '-c', copied, 'sh', frozen, join(this.#base, 'after.img'));
  }

  /** Switches it on again after `cut`, once nothing uses the old disk: gives the copy's place. */
  restart(): string {
    this.#unmountAll();
    rmSync(join(this.#base, 'stage.img'), { force: true });
    const cache = this.#mount(join(this.#base, 'after.img'), 'cache');
    return join(this.#mount(join(cache, 'records.img'), 'records'), 'clinic');
  }

  /** Unmounts and deletes everything; also after a failure in the middle. */
  remove(): void {
    // Lazily: after a failure a program may still be ending on it.
    this.#unmountAll('-l');
    rmSync(this.#base, { recursive: true, force: true });
  }

  #mount(image: string, layer: string): string {
    const folder = join(this.#base, layer);
    mkdirSync(folder, { recursive: true });
    run('mount', '-o', 'loop', image, folder);
    this.#mounted.push(folder);
    return folder;
  }

  #unmountAll(...how: string[]): void {
    for (let folder = this.#mounted.at(-1); folder !== undefined; folder = this.#mounted.at(-1)) {
      run('umount', ...how, folder);
      this.#mounted.pop();
    }
  }
}

/** Why no power can be cut on this machine; null when it can. */
export function whyNoPowerCuts(): string | null {
  if (process.platform !== 'linux') return 'power cuts need Linux';
  if (process.getuid?.() !== 0) return 'power cuts need root, to mount file systems';
  const disk = new PowerCutDisk();
  try {
    disk.make(import.meta.dirname);
    disk.cut();
    disk.restart();
    return null;
  } catch (error) {
    return `power cuts need loop devices, mkfs.ext4 and fsfreeze: ${error instanceof Error ? error.message : ''}`;
  } finally {
    disk.remove();
  }
}
