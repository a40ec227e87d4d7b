import type { Catalog } from './en.ts';
import { about } from './hi/about.ts';
import { amend } from './hi/amend.ts';
import { backups } from './hi/backups.ts';
import { calls } from './hi/calls.ts';
import { commands } from './hi/commands.ts';
import { consult } from './hi/consult.ts';
import { cover } from './hi/cover.ts';
import { desk } from './hi/desk.ts';
import { files } from './hi/files.ts';
import { find } from './hi/find.ts';
import { followUp } from './hi/followUp.ts';
import { frame } from './hi/frame.ts';
import { log } from './hi/log.ts';
import { look } from './hi/look.ts';
import { papers } from './hi/papers.ts';
import { parts } from './hi/parts.ts';
import { patientScreen } from './hi/patientScreen.ts';
import { patients } from './hi/patients.ts';
import { people } from './hi/people.ts';
import { printPages } from './hi/printPages.ts';
import { rights } from './hi/rights.ts';
import { secondComputer } from './hi/secondComputer.ts';
import { settings } from './hi/settings.ts';
import { shell } from './hi/shell.ts';
import { timeline } from './hi/timeline.ts';
import { updates } from './hi/updates.ts';

/** Every message of the interface in Hindi, by the id of the English one. */
export const hi = {
  ...parts,
  ...frame,
  ...about,
  ...look,
  ...secondComputer,
  ...settings,
  ...commands,
  ...consult,
  ...followUp,
  ...cover,
  ...people,
  ...amend,
  ...papers,
  ...patients,
  ...patientScreen,
  ...backups,
  ...log,
  ...rights,
  ...updates,
  ...desk,
  ...calls,
  ...find,
  ...printPages,
  ...timeline,
  ...shell,
  ...files,
} as const satisfies Record<keyof Catalog, string>;
