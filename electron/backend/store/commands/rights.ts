import { randomUUID } from 'node:crypto';
import type { Consent, ConsentHow, PaperOut } from '#core/contract/rights.ts';
import type { Sql } from '../database.ts';
import type { Handlers } from './context.ts';
import { erasePatient, readTombstones } from './erase.ts';
import { gatherPatient } from './gather.ts';
import { readPatient } from './patients.ts';
import { refuseAtPrinter } from './printRows.ts';

/** How many letters of a notice's hash name it: as many as stand at the foot of its page. */
const VERSION_LETTERS = 8;

interface ConsentColumns extends Omit<Consent, 'how' | 'notice'> {
  how: ConsentHow['kind'];
  language: string | null;
  readBy: string | null;
  hash: string;
}

function toConsent({ how, language, readBy, hash, ...row }: ConsentColumns): Consent {
  const said: ConsentHow =
    how === 'readAloud' && language !== null && readBy !== null
      ? { kind: how, language, by: readBy }
      : { kind: how === 'signed' ? 'signed' : 'said' };
  return { ...row, how: said, notice: hash.slice(0, VERSION_LETTERS) };
}

/** What she said to the notices, the newest first. */
export function readConsents(sql: Sql, patientId: string): Consent[] {
  const rows = sql.all<ConsentColumns>(
    `SELECT c.id, c.state, c.how, c.language, c.read_by AS readBy, c.notice_hash AS hash, u.name AS "by", c.at
     FROM consent c JOIN user u ON u.id = c.user_id WHERE c.patient_id = ? ORDER BY c.seq DESC`,
    patientId,
  );
  return rows.map(toConsent);
}

export const rightsCommands: Handlers<
  'rights.consents' | 'rights.recordConsent' | 'rights.papersOut' | 'rights.gather' | 'rights.extent' | 'rights.erase' | 'rights.tombstones'
> = {
  'rights.consents': ({ sql }, { patientId }) => {
    readPatient(sql, patientId);
    return readConsents(sql, patientId);
  },

  'rights.recordConsent': ({ sql, audit }, { patientId, state, how, notice }, actor) => {
    readPatient(sql, patientId);
    const { hash, language, words } = notice;
    sql.run('INSERT INTO notice (hash, language, words) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING', hash, language, words);
    const readAloud = how.kind === 'readAloud' ? how : null;
    sql.run(
      `INSERT INTO consent (id, patient_id, state, how, language, read_by, notice_hash, user_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      randomUUID(),
      patientId,
      state,
      how.kind,
      readAloud?.language ?? null,
      readAloud?.by ?? null,
      hash,
      actor.userId,
      actor.at,
    );
    audit.add('patient.consent', patientId, actor);
    return readConsents(sql, patientId);
  },

  'rights.papersOut': ({ sql }, { patientId }) => {
    readPatient(sql, patientId);
    return sql.all<PaperOut>(
      `SELECT h.id AS versionId, replace(a.action, 'handout.', '') AS how, coalesce(u.name, '') AS "by", a.at
       FROM audit a JOIN handout_version h ON h.id = a.subject JOIN consultation c ON c.id = h.consultation_id
         LEFT JOIN user u ON u.id = a.user_id
       WHERE c.patient_id = ? AND a.action IN ('handout.print', 'handout.save') ORDER BY a.seq DESC`,
      patientId,
    );
  },

  'rights.gather': (context, { patientId }, actor) => {
    context.audit.add('patient.export', patientId, actor);
    return gatherPatient(context.sql, patientId);
  },

  'rights.extent': ({ sql }, { patientId }) => {
    const patient = readPatient(sql, patientId);
    const counted = sql.get<{ visits: number; papers: number; lastVisit: string | null }>(
      `SELECT count(*) AS visits, max(visit_date) AS lastVisit,
         (SELECT count(*) FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = ?) AS papers
       FROM consultation WHERE patient_id = ?`,
      patientId,
      patientId,
    );
    return { patient, visits: counted?.visits ?? 0, papers: counted?.papers ?? 0, lastVisit: counted?.lastVisit ?? null };
  },

  'rights.erase': (context, input, actor) => {
    refuseAtPrinter(context.sql, input.patientId);
    erasePatient(context, input, actor);
    const tombstone = readTombstones(context.sql).find(({ id }) => id === input.patientId);
    if (!tombstone) throw new Error('A tombstone that was just made is gone.');
    return tombstone;
  },

  'rights.tombstones': ({ sql }) => readTombstones(sql),
};
