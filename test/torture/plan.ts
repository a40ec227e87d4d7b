/** Whether this is the short form, within `npm test`. */
export const short = process.env.CONSULTLEAF_TORTURE === 'short';

/** How often each thing is done: `npm run torture`, and its short form within `npm test`. */
export const plan = short
  ? {
      kills: 15,
      savesPerKill: 20,
      cuts: 3,
      cutsWithoutSync: 1,
      migrationKills: 3,
      backupKills: 3,
      restoreKills: 3,
      papers: 20,
      printKills: 2,
      papersWeakened: 10,
    }
  : {
      kills: 200,
      savesPerKill: 100,
      cuts: 60,
      cutsWithoutSync: 10,
      migrationKills: 60,
      backupKills: 25,
      restoreKills: 25,
      papers: 500,
      printKills: 25,
      papersWeakened: 100,
    };

/** A figure of a run, for the person who reads it. */
export function say(text: string): void {
  process.stderr.write(`  ${text}\n`);
}
