import { join } from 'node:path';
import type { Router } from '@orpc/server';
import type { Contract } from '#core/contract/contract.ts';
import type { Language } from '#core/domain/text.ts';
import { createPdfRenderer } from './documents/createPdfRenderer.ts';
import { loadLabels } from './documents/loadLabels.ts';
import { loadNotice } from './documents/loadNotice.ts';
import type { PdfRenderer } from './documents/renderer.ts';
import { type Log, whereOf } from './log.ts';
import { loadPacks } from './packs/loadPacks.ts';
import { loadSampleVisit } from './packs/loadSampleVisit.ts';
import type { LoadedPack } from './packs/packs.ts';
import { noPrinters, type PrinterPort } from './printing/port.ts';
import { SecondComputer, type SecondComputerOptions } from './secondComputer/secondComputer.ts';
import { accountHandlers } from './services/account.ts';
import { appHandlers } from './services/app.ts';
import { auditHandlers } from './services/audit.ts';
import { BackupRounds, type Every, everyMs } from './services/backupRounds.ts';
import { BackupShelf } from './services/backupShelf.ts';
import { backupsHandlers } from './services/backups.ts';
import { createBase } from './services/base.ts';
import { callsHandlers } from './services/calls.ts';
import { clinicHandlers } from './services/clinic.ts';
import { consultationsHandlers } from './services/consultations.ts';
import { type CallContext, Events, type Services } from './services/context.ts';
import { deskHandlers } from './services/desk.ts';
import { displayHandlers } from './services/display.ts';
import { Displays } from './services/displays.ts';
import { Door } from './services/door.ts';
import { filesHandlers } from './services/files.ts';
import { forgetWhenLocked } from './services/forgetWhenLocked.ts';
import { handoutsHandlers } from './services/handouts.ts';
import { Looks } from './services/look.ts';
import { Outbox } from './services/outbox.ts';
import { PackShelf } from './services/packShelf.ts';
import { packsHandlers } from './services/packs.ts';
import { Paper } from './services/paper.ts';
import { papersHandlers } from './services/papers.ts';
import { patientsHandlers } from './services/patients.ts';
import { printHistoryHandlers } from './services/printHistory.ts';
import { printingHandlers } from './services/printing.ts';
import { PrintQueue } from './services/printQueue.ts';
import { protocolsHandlers } from './services/protocols.ts';
import { recoveryPaperHandlers } from './services/recoveryPaper.ts';
import { Restoring } from './services/restore.ts';
import { rightsHandlers } from './services/rights.ts';
import { secondComputerHandlers } from './services/secondComputer.ts';
import { SignIns } from './services/signIns.ts';
import { slipsHandlers } from './services/slips.ts';
import { StoreWatch } from './services/storeWatch.ts';
import { supportHandlers } from './services/support.ts';
import { updatesHandlers } from './services/updates.ts';
import { usersHandlers } from './services/users.ts';
import { openStoreWorker } from './store/openStoreWorker.ts';
import { packageKind } from './updates/packageKind.ts';
import { readPublisherKeys } from './updates/publisherKeys.ts';
import { windowFiles } from './window/files.ts';

export interface BackendOptions {
  /** Holds the folders of the stores, `clinic` and `sample`. */
  dataDir: string;
  /** Holds `packs`, `sample`, `text` and `fonts`, as the build lays them out. */
  resourcesDir: string;
  /** Entry files of the worker threads. */
  workers: { store: URL; pdf: URL };
  /** For tests, which make hundreds of keys: the weakest that are read. The program never asks for it. */
  leastKeys?: boolean;
  now: () => Date;
  version: string;
  log: Log;
  /** Runs the look whether a backup is due; the system's timer where none is given. */
  every?: Every;
  /** Ends the program and starts the package of an update; where it is absent a person opens the file. */
  startInstaller?: (file: string) => void;
  /** The printers of this computer; none where none is given. */
  printers?: PrinterPort;
  /** Where several backends of one process share them: packs that are read, and what draws papers. Whoever gives them ends them. */
  shared?: { packs: Promise<LoadedPack[]>; renderer: PdfRenderer };
  /** The built window, to be served to second computers; where it is absent none can be had. */
  rendererDir?: string;
  /** What is other than usual with second computers. */
  secondComputer?: Partial<Pick<SecondComputerOptions, 'allowLoopback' | 'addresses' | 'patience' | 'goneMs' | 'monotonicMs'>>;
}

/** The whole program below its windows: one of these owns the stores. */
export interface Backend {
  router: Router<Contract, CallContext>;
  log: Log;
  /** Gets the renderer up to speed, so that the first preview is as fast as the next; for when windows can be served. */
  warm(): void;
  /** `windowId` is the patient's window of the doctor's window `owner`: it may ask for her screen and nothing else. */
  registerDisplay(owner: string, windowId: string): void;
  /** The window is gone, and with it its sign-in and its patient's screen. */
  closeWindow(windowId: string): Promise<void>;
  /** Ends every sign-in at this computer: its screen is locked, or another person comes to it. A second computer goes on. */
  signOutHere(): Promise<void>;
  /** Ends every sign-in and wipes the keys: the machine goes to sleep. */
  signOutEverywhere(): Promise<void>;
  /** Closes the stores and ends the workers. */
  close(): Promise<void>;
}

/** How often it is looked whether this computer still has the address at which a second one finds it. */
const LOOK_AT_NETWORK_MS = 15_000;

/** Puts the backend together; the one place where this happens. Nothing is opened before somebody signs in. */
export function createBackend({
  dataDir,
  resourcesDir,
  workers,
  leastKeys = false,
  now,
  version,
  log,
  every,
  printers = noPrinters,
  shared,
  startInstaller,
  rendererDir,
  secondComputer,
}: BackendOptions): Backend {
  const signIns = new SignIns();
  const events = new Events();
  const watch = new StoreWatch({ signIns, events, now });
  const loaded = shared?.packs ?? loadPacks(join(resourcesDir, 'packs'));
  const packs = new PackShelf(loaded);
  const renderer = shared?.renderer ?? createPdfRenderer({ workerUrl: workers.pdf, fontsDir: join(resourcesDir, 'fonts') });
  const paper = new Paper((language) => loadLabels(join(resourcesDir, 'text'), language));
  const looks = new Looks(join(dataDir, 'look.json'), now);
  const door = new Door({
    dataDir,
    openStore(folder) {
      const store = openStoreWorker({ folder, workerUrl: workers.store, leastKeys });
      // A renderer that others use as well is theirs to end.
      return shared ? store : forgetWhenLocked(store, renderer, (error) => failed('preview.warmUpFailed')(error));
    },
    signIns,
    sample: { visit: () => loadSampleVisit(resourcesDir), packs },
    events,
    watch,
    looks,
    now,
    version,
  });
  const notice = (language: Language) => loadNotice(join(resourcesDir, 'notice'), language);
  const services: Services = { signIns, packs, paper, renderer, notice, events, now, version, log };
  const monotonicMs = () => performance.now();
  const shelf = new BackupShelf({ folder: join(dataDir, 'clinic'), store: door.clinic, events, log, monotonicMs });
  const rounds = new BackupRounds({ shelf, store: door.clinic, now, monotonicMs, ...(every ? { every } : {}) });
  const restoring = new Restoring({ shelf, store: door.clinic, door, signIns, now });
  const queue = new PrintQueue({ services, port: printers, every: everyMs, monotonicMs });
  const outbox = new Outbox({ dataDir, signIns, now, every: every ?? everyMs });
  const displays = new Displays({ signIns, events });
  const second = new SecondComputer({
    file: join(dataDir, 'second-computer.json'),
    store: door.clinic,
    signIns,
    events,
    signOut: (windowId) => door.signOut(windowId),
    now,
    monotonicMs,
    log,
    ...secondComputer,
  });
  const os = createBase({ ...services, displays });
  const router = os.router({
    app: { ...appHandlers(os, services, door, looks, displays), ...supportHandlers(os, services, { door, dataDir, resourcesDir }) },
    users: { ...usersHandlers(os, services, door), ...recoveryPaperHandlers(os, services) },
    account: accountHandlers(os, services, door),
    clinic: clinicHandlers(os, services),
    patients: patientsHandlers(os, services),
    packs: packsHandlers(os, services),
    consultations: consultationsHandlers(os, services),
    protocols: protocolsHandlers(os, services),
    handouts: handoutsHandlers(os, services),
    papers: papersHandlers(os, services, outbox),
    calls: callsHandlers(os, services),
    desk: deskHandlers(os, services),
    audit: auditHandlers(os, services),
    display: displayHandlers(os, services, displays),
    backups: backupsHandlers(os, services, { shelf, rounds, restoring, store: door.clinic, dataDir }),
    updates: updatesHandlers(os, services, {
      dataDir,
      shelf,
      keys: () => readPublisherKeys(join(resourcesDir, 'update', 'publisher-keys.json')),
      kind: packageKind(),
      startInstaller,
    }),
    rights: rightsHandlers(os, services, door, outbox),
    secondComputer: secondComputerHandlers(os, services, { door, second }),
    files: filesHandlers(os, services, join(resourcesDir, 'packs')),
    printing: printingHandlers(os, services, queue),
    printHistory: printHistoryHandlers(os, services),
    slips: slipsHandlers(os, services, queue),
  });

  const failed = (event: 'pack.refused' | 'preview.warmUpFailed') => (error: unknown) => {
    const where = whereOf(error);
    log.error({ event, ...(where === undefined ? {} : { where }) });
  };
  loaded.then((all) => {
    for (const { faults } of all) if (faults.length > 0) log.error({ event: 'pack.refused' });
  }, failed('pack.refused'));
  const listening = rendererDir === undefined ? undefined : windowFiles(rendererDir).then((files) => second.serve(router, files));
  listening?.catch((error: unknown) => {
    const where = whereOf(error);
    log.error({ event: 'secondComputer.failed', ...(where === undefined ? {} : { where }) });
  });
  const endLooks = (every ?? everyMs)(LOOK_AT_NETWORK_MS, () => second.look().catch(() => undefined));
  log.info({ event: 'started' });

  return {
    router,
    log,
    warm() {
      renderer.warm().catch(failed('preview.warmUpFailed'));
    },
    registerDisplay: (owner, windowId) => displays.register(owner, windowId),
    closeWindow(windowId) {
      displays.windowClosed(windowId);
      return door.signOut(windowId);
    },
    signOutHere: () => door.signOutHere(),
    signOutEverywhere: () => door.signOutEverywhere(),
    async close() {
      rounds.end();
      outbox.end();
      await queue.end();
      watch.end();
      displays.end();
      endLooks();
      await listening?.catch(() => undefined);
      await second.end();
      await door.close();
      if (!shared) await renderer.close();
      log.info({ event: 'stopped' });
    },
  };
}
