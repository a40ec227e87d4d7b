import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { BACKED_UP } from './backupManifest.ts';
import { backupName, restoreJournal, restoringFolder } from './backupPlaces.ts';
import { withFaults } from './faults.ts';
import { readJson, renameDurably, type StoreFiles, sideFiles, storeFiles, syncFolder, writeDurably } from './storeFolder.ts';

/** Names the folder that takes the old files. Once it is written the restore is finished, by this start or the next. */
const journalSchema = z.strictObject({ format: z.literal('consultleaf-restore'), version: z.literal(1), keep: z.string() });

/**
 * Puts the prepared copy in the place of the records, which nobody may have open, and moves what was there into a folder
 * `before-restore-<time>` beside. Gives that folder; null when there was nothing. Until the journal is written a crash
 * leaves the old state, from then on the new one.
 */
export function swapIn(files: StoreFiles, at: string): string | null {
  return withFaults(() => {
    let keep = `before-restore-${backupName(at)}`;
    for (let n = 2; existsSync(join(files.folder, keep)); n += 1) keep = `before-restore-${backupName(at)}-${n}`;
    const journal: z.infer<typeof journalSchema> = { format: 'consultleaf-restore', version: 1, keep };
    for (const name of BACKED_UP) if (!existsSync(join(restoringFolder(files), name))) throw new Error('No restore has been prepared.');
    writeDurably(restoreJournal(files), `${JSON.stringify(journal)}\n`);
    finishRestore(files);
    const kept = join(files.folder, keep);
    return existsSync(kept) ? kept : null;
  });
}

/**
 * What remains to be done of a restore whose journal is written; each step is one rename that survives a power cut. A file
 * that still lies in `restoring` hasn't been put in its place, so what stands there is the old one. The keyring is last.
 */
export function* swapSteps(files: StoreFiles): Generator<string> {
  const { keep } = journalSchema.parse(readJson(restoreJournal(files)));
  const staged = storeFiles(restoringFolder(files));
  const kept = join(files.folder, keep);
  const swaps: [from: string, to: string, besides: string[]][] = [
    [staged.database, files.database, sideFiles(files.database)],
    [staged.head, files.head, []],
    [staged.keyring, files.keyring, []],
  ];
  for (const [from, to, besides] of swaps) {
    if (!existsSync(from)) continue;
    for (const old of [...besides, to].filter((file) => existsSync(file) && !existsSync(join(kept, basename(file))))) {
      if (!existsSync(kept)) {
        mkdirSync(kept, { mode: 0o700 });
        syncFolder(files.folder);
      }
      renameDurably(old, join(kept, basename(old)));
      syncFolder(files.folder);
      yield `${basename(old)} moved away`;
    }
    renameDurably(from, to);
    syncFolder(restoringFolder(files));
    yield `${basename(to)} put in its place`;
  }
  rmSync(restoringFolder(files), { recursive: true, force: true });
  yield 'nothing left to move';
  rmSync(restoreJournal(files));
  syncFolder(files.folder);
}

/** Whether a restore was interrupted after its journal was written. */
export const restoreWaits = (files: StoreFiles) => existsSync(restoreJournal(files));

/** Does what remains of a restore whose journal is written; for a folder that is locked. */
export function finishRestore(files: StoreFiles): void {
  for (const _step of swapSteps(files));
}
