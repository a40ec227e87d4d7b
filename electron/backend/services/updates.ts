import type { KeyObject } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import type { FoundUpdate, UpdateState } from '#core/contract/updates.ts';
import { directionOf, type PackageKind, type UpdateManifest, whyNotHere } from '#core/domain/update.ts';
import { checkFile, readUpdate, UpdateFault, updatesIn } from '../updates/bundle.ts';
import { keptReleases, stageUpdate, thinUpdates, updatesFolder } from '../updates/stage.ts';
import type { BackupShelf } from './backupShelf.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import { findDrives } from './drives.ts';
import { fault } from './faults.ts';
import type { SignIn } from './signIns.ts';

export interface UpdateServices {
  dataDir: string;
  shelf: BackupShelf;
  /** The publisher's keys, as they were built in. */
  keys: () => Promise<readonly KeyObject[]>;
  /** What this program was installed from. */
  kind: PackageKind | null;
  /** Ends the program and starts the package; undefined where the program can't. */
  startInstaller?: ((file: string) => void) | undefined;
  drives?: () => Promise<readonly { path: string }[]>;
}

const NOTHING_THERE = 'There is no update in this folder. Choose the folder that holds the file update.json.';
const PROBLEMS = {
  otherComputer: 'This update has no package for this kind of computer. Ask for the one that fits.',
  tooOld: 'This update needs a newer program than this one. Install the update before it first.',
} as const;
/** How often windows hear of progress, at most, of the whole. */
const TELL_EVERY = 0.02;

/** Updates from a stick, for administrators. */
export function updatesHandlers(os: Base, services: Services, updates: UpdateServices) {
  const { events, now, version } = services;
  const { dataDir, shelf, keys, kind, startInstaller, drives = findDrives } = updates;
  let running: number | null = null;

  const state = async (): Promise<UpdateState> => ({
    present: version,
    hasKeys: (await keys()).length > 0,
    startsInstaller: startInstaller !== undefined,
    kept: await keptReleases(dataDir),
    running,
  });

  const described = (path: string, manifest: UpdateManifest): FoundUpdate => {
    const why = whyNotHere(manifest, { release: version, kind });
    const { release, madeAt, notes } = manifest;
    return { path, release, madeAt, notes, direction: directionOf(manifest, version), problem: why && PROBLEMS[why] };
  };
  const look = async (path: string): Promise<FoundUpdate> => {
    try {
      return described(path, await readUpdate(path, await keys()));
    } catch (error) {
      if (!(error instanceof UpdateFault)) throw error;
      return { path, release: null, madeAt: null, notes: { en: [], hi: [] }, direction: null, problem: error.message };
    }
  };

  const tell = (done: number | null) => {
    if (done !== null && running !== null && done < 1 && done - running < TELL_EVERY) return;
    running = done;
    events.publish({ kind: 'updates' });
  };

  /** The manifest of an update that can be used here, with the package for this computer. */
  const usable = async (folder: string) => {
    const manifest = await readUpdate(folder, await keys());
    const why = whyNotHere(manifest, { release: version, kind });
    const file = manifest.files.find((each) => each.kind === kind);
    if (why !== null || file === undefined) throw fault('NOT_READY', PROBLEMS[why ?? 'otherComputer']);
    return { folder, manifest, file };
  };
  /** A fault of the update as an error of the contract. */
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UpdateFault) throw fault('NOT_READY', error.message);
      throw error;
    }
  };

  const ofClinic = (context: CallContext): SignIn => {
    const signIn = signedIn(services, context);
    if (signIn.sample) throw fault('NOT_READY', 'Sign in to your own clinic: its records are backed up before an update.');
    return signIn;
  };

  return {
    read: os.updates.read.handler(() => state()),
    find: os.updates.find.handler(async () => {
      const folders = (await Promise.all((await drives()).map(({ path }) => updatesIn(path)))).flat();
      return Promise.all(folders.map(look));
    }),
    look: os.updates.look.handler(async ({ input }) => {
      const [folder] = isAbsolute(input.path) ? await updatesIn(input.path) : [];
      if (folder === undefined) throw fault('NOT_FOUND', NOTHING_THERE);
      return look(folder);
    }),
    prepare: os.updates.prepare.handler(async ({ context, input }) => {
      const signIn = ofClinic(context);
      const actor = actorOf(signIn, now);
      if (running !== null) throw fault('NOT_READY', 'An update is being checked already. Wait until that is done.');
      if (!isAbsolute(input.path)) throw fault('NOT_FOUND', NOTHING_THERE);
      tell(0);
      try {
        await told(async () => {
          const update = await usable(input.path);
          await shelf.inTurn(() => shelf.make('beforeUpdate', actor));
          await stageUpdate(dataDir, update, tell);
          await thinUpdates(dataDir);
          await signIn.store.run('audit.add', { action: 'update.prepare', subject: update.manifest.release }, actor);
        });
      } finally {
        tell(null);
      }
      return state();
    }),
    install: os.updates.install.handler(async ({ context, input }) => {
      const signIn = ofClinic(context);
      const folder = join(updatesFolder(dataDir), input.release);
      if (!(await keptReleases(dataDir)).includes(input.release))
        throw fault('NOT_FOUND', 'The package of this release isn’t kept here. Plug in the stick with it and choose it again.');
      const path = await told(async () => {
        const { manifest, file } = await usable(folder);
        // A signed manifest of another release, put into this folder, is not what was asked for.
        if (manifest.release !== input.release) throw fault('NOT_READY', PROBLEMS.otherComputer);
        await checkFile(join(folder, file.name), file);
        return join(folder, file.name);
      });
      await signIn.store.run('audit.add', { action: 'update.install', subject: input.release }, actorOf(signIn, now));
      startInstaller?.(path);
      return { started: startInstaller !== undefined, file: path };
    }),
  };
}
