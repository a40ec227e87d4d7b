import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Backend, type BackendOptions, createBackend } from '#backend/createBackend.ts';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { createLog } from '#backend/log.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { noPrinters, type PrinterPort } from '#backend/printing/port.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import type { Role } from '#core/contract/shapes.ts';
import { out } from './built.ts';

export const resourcesDir = join(out, 'resources');
export const workers = { store: pathToFileURL(join(out, 'main/store-worker.js')), pdf: pathToFileURL(join(out, 'main/pdf-worker.js')) };

export const PASSWORD = 'correct horse 9';
export const clinic = {
  name: 'Test Clinic',
  address: '1 Test Road, Jaipur',
  dayPhone: '+91 00000 11111',
  nightPhone: '+91 00000 22222',
  emergencyNumbers: ['112'],
};
export const doctor = { name: 'Dr T. TEST', registration: 'T-1' };
export const firstStart = { clinic, doctor, timeZone: 'Asia/Kolkata', password: PASSWORD };

/**
 * The shipped packs and a real renderer, for all backends of a test file: reading and starting them for each is more than
 * half of what most tests cost. An idle renderer keeps no process alive.
 */
let shared: BackendOptions['shared'];
function sharedParts() {
  shared ??= {
    packs: loadPacks(join(resourcesDir, 'packs')),
    renderer: createPdfRenderer({ workerUrl: workers.pdf, fontsDir: join(resourcesDir, 'fonts') }),
  };
  return shared;
}

/** A real backend with its built workers on a data folder of its own. */
export class TestBackend {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'consultleaf-backend-'));
  readonly logFile = join(this.dataDir, 'log', 'test.log');
  /** The backend's clock. */
  now = new Date('2026-11-22T06:00:00Z');
  readonly #options: Partial<BackendOptions>;
  #looks: (() => Promise<void>)[] = [];
  /** The printers of this computer; none unless a test has some. */
  printers: PrinterPort = noPrinters;
  #backend: Backend | undefined;

  /** `options`: what is other than usual; with other packs or workers it has its own of everything. */
  constructor(options: Partial<BackendOptions> = {}) {
    this.#options = options.resourcesDir || options.workers ? options : { shared: sharedParts(), ...options };
  }

  get backend(): Backend {
    this.#backend ??= createBackend({
      dataDir: this.dataDir,
      resourcesDir,
      workers,
      leastKeys: true,
      now: () => this.now,
      version: '0.0.0-test',
      log: createLog({ file: this.logFile }),
      printers: this.printers,
      every: (_ms, work) => {
        this.#looks.push(work);
        return () => undefined;
      },
      ...this.#options,
    });
    return this.#backend;
  }

  /** One look at everything that may be due, which timers do otherwise. */
  async look(): Promise<void> {
    for (const work of this.#looks) await work();
  }

  /** A clinic whose only user has `roles`: the program itself makes such users in its settings. */
  async withUser(roles: Role[]): Promise<void> {
    const store = openStoreWorker({ folder: join(this.dataDir, 'clinic'), workerUrl: workers.store, leastKeys: true });
    await store.create({
      clinic,
      timeZone: firstStart.timeZone,
      sample: false,
      user: { name: 'T. TEST', roles, ...(roles.includes('doctor') ? { doctor } : {}) },
      password: PASSWORD,
      at: this.now.toISOString(),
    });
    await store.close();
  }

  /** Ends the program; the next use of `backend` starts it again. */
  async stop(): Promise<void> {
    await this.#backend?.close();
    this.#backend = undefined;
    this.#looks = [];
  }

  async close(): Promise<void> {
    await this.#backend?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
