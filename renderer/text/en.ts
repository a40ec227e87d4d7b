import { about } from './en/about.ts';
import { amend } from './en/amend.ts';
import { backups } from './en/backups.ts';
import { calls } from './en/calls.ts';
import { commands } from './en/commands.ts';
import { consult } from './en/consult.ts';
import { cover } from './en/cover.ts';
import { desk } from './en/desk.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { followUp } from './en/followUp.ts';
import { frame } from './en/frame.ts';
import { log } from './en/log.ts';
import { look } from './en/look.ts';
import { papers } from './en/papers.ts';
import { parts } from './en/parts.ts';
import { patientScreen } from './en/patientScreen.ts';
import { patients } from './en/patients.ts';
import { people } from './en/people.ts';
import { printPages } from './en/printPages.ts';
import { rights } from './en/rights.ts';
import { secondComputer } from './en/secondComputer.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { timeline } from './en/timeline.ts';
import { updates } from './en/updates.ts';

/** Every message of the interface in English, by id, in ICU MessageFormat. */
export const en = {
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
} as const;

/** The messages that every language has. */
export type Catalog = typeof en;
