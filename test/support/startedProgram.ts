import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

const root = join(import.meta.dirname, '../..');
/** How long a step of the test waits for what it presses. */
const PATIENCE_MS = 30_000;

/** A screen that only this run sees, where Xvfb is installed. */
class Screen {
  readonly #process: ChildProcess;
  readonly display: string;

  private constructor(process: ChildProcess, display: string) {
    this.#process = process;
    this.display = display;
  }

  static async open(): Promise<Screen | null> {
    if (spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error) return null;
    const args = ['-displayfd', '1', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'];
    const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [number] = await once(xvfb.stdout, 'data');
    return new Screen(xvfb, `:${String(number).trim()}`);
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}

/** Addresses of the pages that a browser has opened. */
async function windowsOf(browser: string): Promise<string[]> {
  const targets = (await (await fetch(`${browser}/json/list`)).json()) as { type: string; url: string }[];
  return targets.filter(({ type, url }) => type === 'page' && url.startsWith('http')).map(({ url }) => url);
}

interface Started {
  without?: string[];
  also?: string[];
  env?: Record<string, string>;
}

/**
 * The program as `npm start` opens it in a browser window, headed where there is a screen. All that it could write to
 * lies below one folder of its own: the data, the home, the temporary files with the browser's profile.
 */
export class StartedProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'cl-run-'));
  readonly home = join(this.folder, 'home');
  #screen: Screen | null = null;
  #program: ChildProcess | undefined;
  #browser: Browser | undefined;

  /** Folder of the browser's profile; of the temporary files as long as there is none. */
  get profile(): string {
    const tmp = join(this.folder, 'tmp');
    const begins = `consultleaf-window-${this.#program?.pid}-`;
    return join(tmp, readdirSync(tmp).find((name) => name.startsWith(begins)) ?? '');
  }

  /**
   * Opens the window; a second time after a `kill`. `without` are switches that the browser isn't given, to see what they
   * are for, `also` those that it is given besides; `env` goes to every process of the program.
   */
  async start({ without = [], also = [], env = {} }: Started = {}): Promise<{ page: Page; headed: boolean }> {
    if (!process.env.DISPLAY) this.#screen ??= await Screen.open();
    const display = process.env.DISPLAY ?? this.#screen?.display;
    const [data, tmp] = [join(this.folder, 'data'), join(this.folder, 'tmp')];
    for (const folder of [data, this.home, tmp]) mkdirSync(folder, { recursive: true });
    this.#program = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
      // Without XDG_* everything that has no place of its own goes below HOME.
      env: {
        PATH: process.env.PATH,
        HOME: this.home,
        TMPDIR: tmp,
        LANG: 'en_IN.UTF-8',
        TZ: 'Asia/Kolkata',
        DISPLAY: display ?? 'none',
        CHROMIUM_PATH: this.#browserWith([...(display ? [] : ['--headless=new']), ...also], without),
        CONSULTLEAF_DATA: data,
        CONSULTLEAF_SHELL: 'browser',
        ...env,
      },
      stdio: 'ignore',
      detached: true,
    });
    const browser = `http://127.0.0.1:${await this.#debuggingPort()}`;
    // A browser that is still making its window may never answer who takes hold of it.
    await expect.poll(() => windowsOf(browser), { timeout: 30_000 }).toHaveLength(1);
    this.#browser = await chromium.connectOverCDP(browser);
    const context = this.#browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('The browser has no window.');
    page.setDefaultTimeout(PATIENCE_MS);
    return { page, headed: display !== undefined };
  }

  /** Ends everything at once, as a crash does: no handler runs, and nothing is cleared away. */
  async kill(): Promise<void> {
    const program = this.#program;
    if (program?.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
    const ended = once(program, 'exit');
    process.kill(-program.pid, 'SIGKILL');
    await ended;
    await this.#browser?.close().catch(() => undefined);
  }

  /** Ends it as a user does who closes the window. */
  async close(): Promise<void> {
    const program = this.#program;
    if (!program || program.exitCode !== null || program.signalCode !== null) return;
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    await ended;
  }

  /** Kills what still runs and deletes everything. */
  async remove(): Promise<void> {
    await this.kill();
    await this.#screen?.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** The installed browser, but listening to the test. */
  #browserWith(also: string[], without: string[]): string {
    const file = join(this.folder, 'browser.sh');
    const dropped = without.map((name) => `[ "$word" = '${name}' ] && continue;`).join(' ');
    const browser = chromiumPath ?? chromium.executablePath();
    writeFileSync(
      file,
      `#!/bin/sh\nfor word do shift; ${dropped} set -- "$@" "$word"; done\nexec '${browser}' --remote-debugging-port=0 ${also.map((word) => `'${word}'`).join(' ')} "$@"\n`,
    );
    chmodSync(file, 0o755);
    return file;
  }

  /** The port that the browser wrote into its profile. */
  async #debuggingPort(): Promise<string> {
    const portFile = () => join(this.profile, 'DevToolsActivePort');
    const isWritten = () => existsSync(portFile()) && readFileSync(portFile(), 'utf8').includes('\n');
    await expect.poll(isWritten, { timeout: 30_000 }).toBe(true);
    return readFileSync(portFile(), 'utf8').split('\n')[0] ?? '';
  }
}
