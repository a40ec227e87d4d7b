import type { StoreCommands } from '../store.ts';
import { auditCommands } from './audit.ts';
import { backupCommands } from './backups.ts';
import { callerCardCommands } from './callerCard.ts';
import { callCommands } from './calls.ts';
import { clinicCommands } from './clinic.ts';
import { consultationCommands } from './consultations.ts';
import type { Handlers } from './context.ts';
import { handoutCommands } from './handouts.ts';
import { packCommands } from './packs.ts';
import { paperCommands } from './papers.ts';
import { patientCommands } from './patients.ts';
import { printHistoryCommands } from './printHistory.ts';
import { printingCommands } from './printing.ts';
import { protocolCommands } from './protocols.ts';
import { rightsCommands } from './rights.ts';
import { secondComputerCommands } from './secondComputer.ts';
import { slipCommands } from './slips.ts';
import { supportCommands } from './support.ts';
import { timelineCommands } from './timeline.ts';
import { userCommands } from './users.ts';

/** Commands that need the head file beside the database, and so belong to the open store itself. */
export type OwnCommands = 'audit.verify' | 'audit.walk';

/** Every command of `StoreCommands`, by its name. */
export const commands: Handlers<Exclude<keyof StoreCommands, OwnCommands>> = {
  ...clinicCommands,
  ...userCommands,
  ...patientCommands,
  ...consultationCommands,
  ...packCommands,
  ...protocolCommands,
  ...handoutCommands,
  ...paperCommands,
  ...callCommands,
  ...callerCardCommands,
  ...printingCommands,
  ...printHistoryCommands,
  ...slipCommands,
  ...rightsCommands,
  ...timelineCommands,
  ...backupCommands,
  ...auditCommands,
  ...supportCommands,
  ...secondComputerCommands,
};
