import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The built local host as a process of its own, on a data folder of its own: it can be killed and started again. */
export class RunningHost {
  readonly dataDir: string;
  readonly #program: string;
  #process: ChildProcess | undefined;

  /** `program`: the folder that holds `out`. */
  constructor(dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-test-')), program = root) {
    this.dataDir = dataDir;
    this.#program = program;
  }

  /** Starts the host, or a window on the one that runs on this folder; gives the address to open, with its one-time launch token. */
  start(): Promise<string> {
    const child = spawn(process.execPath, [join(this.#program, 'out/main/host.js')], {
      env: { ...process.env, CONSULTLEAF_DATA: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    return new Promise((resolve, reject) => {
      let heard = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
        const url = /(?:listening|joined) (\S+)\n/.exec(heard)?.[1];
        if (url) resolve(url);
      });
      child.once('exit', (code) => reject(new Error(`the host ended with ${code}\n${said}`)));
    });
  }

  /** Ends the process as a power cut would: no handler runs. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the process as a user would, and deletes its data. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
