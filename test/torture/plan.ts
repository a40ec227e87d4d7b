const short = process.env.CONSULTLEAF_TORTURE === 'short';

/** How often each thing is done: `npm run torture`, and its short form within `npm test`. */
export const plan = short
  ? { kills: 25, savesPerKill: 20, cuts: 4, cutsWithoutSync: 2, migrationKills: 8, backupKills: 5, restoreKills: 5 }
  : { kills: 200, savesPerKill: 100, cuts: 60, cutsWithoutSync: 10, migrationKills: 60, backupKills: 25, restoreKills: 25 };

/** A figure of a run, for the person who reads it. */
export function say(text: string): void {
  process.stderr.write(`  ${text}\n`);
}
