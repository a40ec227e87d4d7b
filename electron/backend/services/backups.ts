import type { BackupState } from '#core/contract/backups.ts';
import type { Store } from '../store/store.ts';
import type { BackupRounds } from './backupRounds.ts';
import { type BackupShelf, shown } from './backupShelf.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import { findDrives } from './drives.ts';
import { fault } from './faults.ts';
import type { Restoring } from './restore.ts';
import { checkSecondPlace } from './secondPlace.ts';
import type { SignIn } from './signIns.ts';

export interface BackupServices {
  shelf: BackupShelf;
  rounds: BackupRounds;
  restoring: Restoring;
  store: Store;
  /** Holds the folders of the stores. */
  dataDir: string;
}

const OF_THE_SAMPLE: BackupState = {
  backups: [],
  secondPlace: null,
  secondPlaceThere: false,
  running: null,
  reminders: [],
  lastTrial: null,
  lastFault: null,
};

/** Keeping the records twice, and getting them back. Nothing of the sample clinic is backed up. */
export function backupsHandlers(os: Base, services: Services, { shelf, rounds, restoring, store, dataDir }: BackupServices) {
  const { now } = services;
  const stateFor = (signIn: SignIn) => shelf.state(actorOf(signIn, now), rounds.openForMs);
  const ofClinic = (context: CallContext): SignIn => {
    const signIn = signedIn(services, context);
    if (signIn.sample) throw fault('NOT_READY', 'The sample clinic isn’t backed up: nothing real belongs there.');
    return signIn;
  };

  return {
    read: os.backups.read.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.sample ? OF_THE_SAMPLE : stateFor(signIn);
    }),
    make: os.backups.make.handler(async ({ context }) => {
      const signIn = ofClinic(context);
      await shelf.inTurn(() => shelf.make('byHand', actorOf(signIn, now)));
      return stateFor(signIn);
    }),
    verify: os.backups.verify.handler(async ({ context, input }) => {
      const signIn = ofClinic(context);
      const folder = await shelf.folderOf(input.place, input.id);
      if (folder === null) throw fault('NOT_FOUND', 'This backup is not there any more. Choose another one.');
      await shelf.inTurn(() => shelf.verify(folder, actorOf(signIn, now)));
      return stateFor(signIn);
    }),
    drives: os.backups.drives.handler(() => findDrives()),
    setSecondPlace: os.backups.setSecondPlace.handler(async ({ context, input }) => {
      const signIn = ofClinic(context);
      if (input.path !== null) await checkSecondPlace(input.path, dataDir);
      await store.run('backups.setSecondPlace', input, actorOf(signIn, now));
      // The window follows the copy by its progress; it can take as long as the drive is slow.
      void shelf.inTurn(() => shelf.copyToSecond(actorOf(signIn, now))).catch(() => undefined);
      return stateFor(signIn);
    }),
    find: os.backups.find.handler(async () => (await shelf.find()).map(shown)),
    look: os.backups.look.handler(({ input }) => restoring.look(input.source)),
    restore: os.backups.restore.handler(({ context, input }) => restoring.restore(context.windowId, input.source, input.with)),
  };
}
