import * as z from 'zod';
import { instantSchema } from '../domain/text.ts';
import { releaseSchema } from '../domain/update.ts';
import { administrator } from './procedures.ts';

/** An update on a drive or in the program's own folder. */
export const foundUpdateSchema = z.strictObject({
  /** Folder of the update, to be said back; for one that was taken over already, its release. */
  path: z.string(),
  release: releaseSchema.nullable(),
  madeAt: instantSchema.nullable(),
  direction: z.enum(['newer', 'same', 'older']).nullable(),
  notes: z.strictObject({ en: z.array(z.string()), hi: z.array(z.string()) }),
  /** Why it can't be used here, as a sentence; null when it can. */
  problem: z.string().nullable(),
});
export type FoundUpdate = z.infer<typeof foundUpdateSchema>;

export const updateStateSchema = z.strictObject({
  /** The release that runs. */
  present: z.string(),
  /** The publisher's keys are built into this program; without them no update is taken. */
  hasKeys: z.boolean(),
  /** The program can start the installer itself; otherwise a person opens the file. */
  startsInstaller: z.boolean(),
  /** Releases whose packages are kept here, the newest first. */
  kept: z.array(releaseSchema),
  /** How much of an update is checked and taken over, from 0 to 1; null: none is. */
  running: z.number().min(0).max(1).nullable(),
});
export type UpdateState = z.infer<typeof updateStateSchema>;

/** Updates from a stick: signed by the publisher, checked here, nothing from a network. Progress by the event `updates`. */
export const updatesContract = {
  read: administrator.output(updateStateSchema),
  /** Updates on the drives that are plugged in. One that can't be used is there with its reason. */
  find: administrator.output(z.array(foundUpdateSchema)),
  /** One in a folder that a person names. NOT_FOUND where there is none. */
  look: administrator.input(z.strictObject({ path: z.string().min(1).max(500) })).output(foundUpdateSchema),
  /**
   * Checks an update whole, makes a backup of the records, checks that, and takes the package over into the program's own
   * folder. Nothing of the program changes yet. NOT_READY with the reason for an update that can't be used.
   */
  prepare: administrator.input(z.strictObject({ path: z.string().min(1).max(500) })).output(updateStateSchema),
  /**
   * Checks the package of a kept release again and starts its installer, which ends the program; `file` for a person to
   * open where the program can't start it. NOT_FOUND for a release that isn't kept.
   */
  install: administrator
    .input(z.strictObject({ release: releaseSchema }))
    .output(z.strictObject({ started: z.boolean(), file: z.string() })),
};
