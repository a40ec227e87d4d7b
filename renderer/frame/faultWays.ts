import { type TextId, translate } from '../text/i18n.ts';

/** restore: a backup mends it. again: it may be mended outside of the program, then tried again. both: either may be right. */
export type FaultWay = 'restore' | 'again' | 'both';

/** Each fault of the records that a window can meet, with the way that the program can help on. */
export const FAULT_WAYS: Record<string, FaultWay> = {
  wrongPassword: 'again',
  keyringMissing: 'restore',
  keyringDamaged: 'restore',
  databaseMissing: 'restore',
  databaseEmpty: 'restore',
  databaseDamaged: 'restore',
  newerVersion: 'both',
  lockedByOther: 'again',
  diskFull: 'again',
  readOnly: 'again',
  behindHead: 'restore',
  auditBroken: 'restore',
  alreadyExists: 'again',
  notOpen: 'again',
  backupIncomplete: 'both',
  backupDamaged: 'both',
  backupStopped: 'both',
};

const TITLES = {
  keyringMissing: 'fault.title.keyringMissing',
  keyringDamaged: 'fault.title.keyringDamaged',
  databaseMissing: 'fault.title.databaseMissing',
  databaseEmpty: 'fault.title.databaseEmpty',
  databaseDamaged: 'fault.title.databaseDamaged',
  newerVersion: 'fault.title.newerVersion',
  lockedByOther: 'fault.title.lockedByOther',
  diskFull: 'fault.title.diskFull',
  readOnly: 'fault.title.readOnly',
  behindHead: 'fault.title.behindHead',
  auditBroken: 'fault.title.auditBroken',
} as const satisfies Record<string, TextId>;

/** The way out of a fault; one that this window doesn't know may be mended either way. */
export function wayOf(fault: string): FaultWay {
  return FAULT_WAYS[fault] ?? 'both';
}

/** What a fault is called, in a line. */
export function faultTitle(fault: string): string {
  return translate(Object.hasOwn(TITLES, fault) ? TITLES[fault as keyof typeof TITLES] : 'fault.title');
}
