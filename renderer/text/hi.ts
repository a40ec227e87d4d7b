import type { Catalog } from './en.ts';
import { amend } from './hi/amend.ts';
import { backups } from './hi/backups.ts';
import { commands } from './hi/commands.ts';
import { consult } from './hi/consult.ts';
import { cover } from './hi/cover.ts';
import { frame } from './hi/frame.ts';
import { log } from './hi/log.ts';
import { parts } from './hi/parts.ts';
import { patients } from './hi/patients.ts';
import { people } from './hi/people.ts';
import { rights } from './hi/rights.ts';
import { settings } from './hi/settings.ts';

/** Every message of the interface in Hindi, by the id of the English one. */
export const hi = {
  ...parts,
  ...frame,
  ...settings,
  ...commands,
  ...consult,
  ...cover,
  ...people,
  ...amend,
  ...patients,
  ...backups,
  ...log,
  ...rights,
} as const satisfies Record<keyof Catalog, string>;
