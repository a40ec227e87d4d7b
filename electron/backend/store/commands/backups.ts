import { storeFault } from '../faults.ts';
import type { BackupNotes } from '../store.ts';
import type { Handlers } from './context.ts';

interface Columns {
  store: string;
  secondPlace: string | null;
  secondAt: string | null;
  trialAt: string | null;
  trialOk: number | null;
  lastFault: string | null;
  clinicSince: string;
}

const NOTES = `SELECT second_place AS secondPlace, second_at AS secondAt, trial_at AS trialAt, trial_ok AS trialOk,
  last_fault AS lastFault, meta.created_at AS clinicSince, meta.store_id AS store FROM backup_state JOIN meta USING (id)`;

function toNotes({ trialAt, trialOk, ...rest }: Columns): BackupNotes {
  return { ...rest, lastTrial: trialAt === null ? null : { at: trialAt, ok: trialOk === 1 } };
}

export const backupCommands: Handlers<'backups.notes' | 'backups.changedSince' | 'backups.setSecondPlace' | 'backups.note'> = {
  'backups.notes': ({ sql }) => {
    const row = sql.get<Columns>(NOTES);
    if (!row) throw storeFault('databaseDamaged');
    return toNotes(row);
  },

  // Every change has its row in the log. What works on backups wrote is no reason for another one. After a restore the
  // log may be shorter than a backup's, or another one from some row on.
  'backups.changedSince': ({ sql }, { seq, mac }) =>
    sql.get('SELECT 1 FROM audit WHERE seq = ? AND mac = ?', seq, mac) === undefined ||
    sql.get("SELECT 1 FROM audit WHERE seq > ? AND action NOT LIKE 'backup.%' LIMIT 1", seq) !== undefined,

  'backups.setSecondPlace': ({ sql, audit }, { path }, actor) => {
    sql.run('UPDATE backup_state SET second_place = ?, second_at = NULL WHERE id = 1', path);
    audit.add('backup.secondPlace', null, actor);
    return null;
  },

  'backups.note': ({ sql, audit }, note, actor) => {
    switch (note.kind) {
      case 'second':
        sql.run('UPDATE backup_state SET second_at = ? WHERE id = 1', actor.at);
        return null;
      case 'trial':
        sql.run('UPDATE backup_state SET trial_at = ?, trial_ok = ? WHERE id = 1', actor.at, note.ok ? 1 : 0);
        return null;
      case 'fault':
        sql.run('UPDATE backup_state SET last_fault = ? WHERE id = 1', note.sentence);
        if (note.sentence !== null) audit.add('backup.failed', null, actor);
        return null;
    }
  },
};
