import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BUS = '/run/dbus/system_bus_socket';
const CUPS_PDF = join(homedir(), 'PDF');

/** What comes out of the printer: the document as it came, and how it was asked for. */
export interface Sheet {
  pdf: Buffer;
  /** Attributes of the job as the printer's own program sees them, such as `IPP_COPIES`. */
  how: Record<string, string>;
}

/** Answers whether somebody listens on a port or a socket. */
async function listens(where: { port: number } | { path: string }): Promise<boolean> {
  const socket = 'path' in where ? createConnection(where.path) : createConnection(where.port, 'localhost');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port that nobody listens on: another run's printer must not be taken for this one's. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function untilListens(where: { port: number } | { path: string }): Promise<void> {
  for (let tries = 0; !(await listens(where)); tries++) {
    if (tries > 200) throw new Error('A program that was started does not listen.');
    await wait(50);
  }
}

/**
 * A CUPS of its own in a temporary folder, with two printers: `Eve`, a fuller one (ippeveprinter: duplex, trays), and
 * `PDF`, which writes files (cups-pdf). Everything that it starts ends with `close`.
 */
export class PrintShop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'consultleaf-print-shop-'));
  readonly #ends: ChildProcess[] = [];
  readonly #pdfsBefore = new Set(existsSync(CUPS_PDF) ? readdirSync(CUPS_PDF) : []);
  readonly socket = join(this.#folder, 'run/cups.sock');
  #evePort = 0;
  readonly #out = join(this.#folder, 'out');
  #cups: ChildProcess | undefined;
  #eve: ChildProcess | undefined;

  /** Where Eve listens. */
  get evePort(): number {
    return this.#evePort;
  }

  async open(): Promise<void> {
    for (const folder of ['conf/ppd', 'conf/ssl', 'spool/tmp', 'cache/rss', 'run', 'log', 'eve', 'out'])
      mkdirSync(join(this.#folder, folder), { recursive: true });
    this.#configure();
    await this.#openBus();
    this.#evePort = await freePort();
    await this.startEve();
    await this.startCups();
    this.#lpadmin('-p', 'Eve', '-E', '-v', `ipp://localhost:${this.#evePort}/ipp/print`, '-m', 'everywhere');
    this.#lpadmin('-p', 'PDF', '-E', '-v', 'cups-pdf:/', '-m', 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd');
  }

  #configure(): void {
    const at = (...path: string[]) => join(this.#folder, ...path);
    const files = {
      ServerRoot: at('conf'),
      RequestRoot: at('spool'),
      TempDir: at('spool/tmp'),
      CacheDir: at('cache'),
      StateDir: at('run'),
      AccessLog: at('log/access'),
      ErrorLog: at('log/error'),
      PageLog: at('log/page'),
      SystemGroup: 'root',
      Sandboxing: 'relaxed',
    };
    writeFileSync(
      at('conf/cups-files.conf'),
      Object.entries(files)
        .map((line) => `${line.join(' ')}\n`)
        .join(''),
    );
    writeFileSync(
      at('conf/cupsd.conf'),
      `Listen ${this.socket}\nBrowsing No\nDefaultAuthType None\nWebInterface No\nErrorPolicy retry-job\nJobRetryInterval 2\nLogLevel info
<Location />\nOrder allow,deny\nAllow all\n</Location>
<Policy default>\nJobPrivateAccess default\nJobPrivateValues default\nSubscriptionPrivateAccess default\nSubscriptionPrivateValues default
<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n`,
    );
    // The printer's own program: keeps what came, and stands still while a file says that there is no paper, or slowly.
    writeFileSync(
      at('print.sh'),
      `#!/bin/sh
out='${this.#out}'
cp "$1" "$out/$IPP_JOB_ID.pdf"
env | grep ^IPP_ > "$out/$IPP_JOB_ID.part"
mv "$out/$IPP_JOB_ID.part" "$out/$IPP_JOB_ID.env"
while [ -e "$out/no-paper" ]; do echo 'STATE: +media-empty' >&2; sleep 0.2; done
echo 'STATE: -media-empty' >&2
while [ -e "$out/slow" ]; do sleep 0.2; done
`,
    );
    chmodSync(at('print.sh'), 0o755);
    execFileSync('chgrp', ['-R', 'lp', this.#folder]);
    execFileSync('chmod', ['-R', 'g+rwX,o+x', this.#folder]);
  }

  /** ippeveprinter announces itself on the network of this machine, and won't start where it can't. */
  async #openBus(): Promise<void> {
    if (await listens({ path: BUS })) return;
    mkdirSync('/run/dbus', { recursive: true });
    rmSync(BUS, { force: true });
    this.#start('dbus-daemon', ['--system', '--nofork', '--nopidfile']);
    await untilListens({ path: BUS });
    const avahi = this.#start('avahi-daemon', ['--no-chroot', '--no-rlimits', '--no-drop-root']);
    for await (const text of avahi.stderr ?? []) if (String(text).includes('startup complete')) break;
  }

  #start(program: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env },
    });
    child.stderr?.on('data', () => undefined);
    this.#ends.push(child);
    return child;
  }

  async startCups(): Promise<void> {
    const conf = join(this.#folder, 'conf');
    const args = ['-f', '-c', join(conf, 'cupsd.conf'), '-s', join(conf, 'cups-files.conf')];
    // Not English: what the program reads must not rest on the computer's own language.
    this.#cups = this.#start('cupsd', args, { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
    await untilListens({ path: this.socket });
  }

  /** Ends the spooler as a crash would. */
  async killCups(): Promise<void> {
    this.#cups?.kill('SIGKILL');
    if (this.#cups?.exitCode === null && this.#cups.signalCode === null) await once(this.#cups, 'exit');
  }

  async startEve(): Promise<void> {
    const args = [
      '-p',
      String(this.#evePort),
      '-2',
      '-s',
      '120',
      '-f',
      'application/pdf',
      '-d',
      join(this.#folder, 'eve'),
      '-c',
      join(this.#folder, 'print.sh'),
      'Eve',
    ];
    this.#eve = this.#start('ippeveprinter', args);
    await untilListens({ port: this.#evePort });
  }

  /** Switches the printer off. */
  async stopEve(): Promise<void> {
    this.#eve?.kill('SIGKILL');
    if (this.#eve?.exitCode === null && this.#eve.signalCode === null) await once(this.#eve, 'exit');
  }

  /** While set, the printer has no paper, or takes its time. */
  set(what: 'no-paper' | 'slow', on: boolean): void {
    const file = join(this.#out, what);
    if (on) writeFileSync(file, '');
    else rmSync(file, { force: true });
  }

  /** What Eve was given so far, the first first, and forgets it. */
  takeSheets(): Sheet[] {
    const numbers = readdirSync(this.#out)
      .filter((file) => file.endsWith('.env'))
      .map((file) => Number.parseInt(file, 10))
      .sort((one, other) => one - other);
    return numbers.map((number) => {
      const lines = readFileSync(join(this.#out, `${number}.env`), 'utf8').split('\n');
      const how = Object.fromEntries(
        lines.filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      const sheet = { pdf: readFileSync(join(this.#out, `${number}.pdf`)), how };
      for (const end of ['env', 'pdf']) rmSync(join(this.#out, `${number}.${end}`));
      return sheet;
    });
  }

  /** How many documents Eve was given since the last `takeSheets`. */
  outCount(): number {
    return readdirSync(this.#out).filter((file) => file.endsWith('.env')).length;
  }

  /** What the printer that writes files has written, and takes it away. */
  takeFiles(): Buffer[] {
    const files = existsSync(CUPS_PDF) ? readdirSync(CUPS_PDF).filter((file) => !this.#pdfsBefore.has(file)) : [];
    return files.map((file) => {
      const bytes = readFileSync(join(CUPS_PDF, file));
      rmSync(join(CUPS_PDF, file));
      return bytes;
    });
  }

  /** Titles and users of every job that CUPS ever had, as its own files of jobs hold them. */
  jobFiles(): Buffer {
    const spool = join(this.#folder, 'spool');
    return Buffer.concat(
      readdirSync(spool)
        .filter((file) => file.startsWith('c'))
        .map((file) => readFileSync(join(spool, file))),
    );
  }

  /** How many jobs CUPS was ever given. */
  jobCount(): number {
    return readdirSync(join(this.#folder, 'spool')).filter((file) => file.startsWith('c')).length;
  }

  #lpadmin(...args: string[]): void {
    execFileSync('lpadmin', args, {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, CUPS_SERVER: this.socket },
      stdio: 'pipe',
    });
  }

  async close(): Promise<void> {
    for (const child of this.#ends.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    if (process.env.CONSULTLEAF_KEEP) cpSync(join(this.#folder, 'log'), process.env.CONSULTLEAF_KEEP, { recursive: true });
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
