import type { PrintHow, TimelineEntry } from '#core/contract/timeline.ts';
import type { Decision } from '#core/domain/answers.ts';
import type { CallWhy } from '#core/domain/calls.ts';
import type { Sql } from '../database.ts';
import type { AuditAction } from '../store.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { readConsents } from './rights.ts';
import { newestContent, readVersion } from './versions.ts';

/** What the log says of papers that left the program, and what the timeline calls it. */
const PRINTS: { [Action in AuditAction]?: PrintHow } = {
  'handout.print': 'print',
  'handout.save': 'save',
  'handout.clinicCopy': 'clinicCopy',
  'print.ask': 'ask',
  'print.elsewhere': 'elsewhere',
  'print.cameOut': 'cameOut',
  'print.handOver': 'handOver',
  'print.filed': 'filed',
  'handout.send': 'send',
};

/**
 * Where her entries stand. `rank` puts entries of one instant into the order in which one followed the other. `asked` holds what is asked.
 */
const ENTRIES = `
  SELECT 'visit' AS kind, 'visit' AS source, id, started_at AS at, 1 AS rank FROM consultation WHERE patient_id = (SELECT patient FROM asked)
  UNION ALL
  SELECT 'paper', 'paper', h.id, h.made_at, 2 FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = (SELECT patient FROM asked)
  UNION ALL
  SELECT 'call', 'call', id, added_at, 3 FROM call_list WHERE patient_id = (SELECT patient FROM asked) AND why IN ('paperChanged', 'asked')
  UNION ALL
  SELECT 'call', 'try', printf('%012d', t.seq), t.at, 4 FROM call_try t JOIN call_list l ON l.id = t.call_id
    WHERE l.patient_id = (SELECT patient FROM asked)
  UNION ALL
  SELECT 'print', 'print', printf('%012d', a.seq), a.at, 5 FROM audit a WHERE a.action IN (SELECT value FROM json_each((SELECT actions FROM asked))) AND a.subject IN (
    SELECT h.id FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = (SELECT patient FROM asked)
    UNION ALL
    SELECT j.id FROM print_job j JOIN handout_version h ON h.id = j.version_id JOIN consultation c ON c.id = h.consultation_id
      WHERE c.patient_id = (SELECT patient FROM asked))
    -- A print from the window writes two rows: that it was given out, and that its job was printed elsewhere.
    AND NOT (a.action = 'print.elsewhere' AND EXISTS (
      SELECT 1 FROM audit b WHERE b.action = 'handout.print' AND b.at = a.at AND b.user_id = a.user_id))
  UNION ALL
  SELECT 'consent', 'consent', id, at, 6 FROM consent WHERE patient_id = (SELECT patient FROM asked)`;

interface Found {
  source: 'visit' | 'paper' | 'call' | 'try' | 'print' | 'consent';
  id: string;
  at: string;
  place: string;
}

interface VisitColumns {
  code: string;
  visitDate: string;
  state: 'draft' | 'final';
  savedAt: string;
  packId: string;
  packVersion: string;
  decision: string | null;
  followsOn: string | null;
  startedBy: string | null;
}

function visitEntry(sql: Sql, { id, at }: Found, clinical: boolean): TimelineEntry {
  const row = sql.get<VisitColumns>(
    `SELECT c.code, c.visit_date AS visitDate, c.state, c.saved_at AS savedAt, k.pack_id AS packId, k.version AS packVersion,
       (SELECT value FROM answer WHERE consultation_id = c.id AND key = 'program.decision' ORDER BY seq DESC LIMIT 1) AS decision,
       f.visit_date AS followsOn,
       (SELECT u.name FROM audit a JOIN user u ON u.id = a.user_id WHERE a.subject = c.id AND a.action = 'consultation.start') AS startedBy
     FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
       LEFT JOIN follow_up p ON p.consultation_id = c.id LEFT JOIN consultation f ON f.id = p.from_id
     WHERE c.id = ?`,
    id,
  );
  if (!row) throw new Error('A visit of the timeline is gone.');
  const newest = newestContent(sql, id);
  const version = newest && readVersion(sql, newest.id);
  const { code, visitDate, state, savedAt, packId, packVersion, decision, followsOn, startedBy } = row;
  return {
    kind: 'visit',
    id,
    at,
    // Whose name is on the paper; before that, who began.
    by: version?.madeBy ?? startedBy ?? '',
    consultationId: id,
    code,
    visitDate,
    state,
    savedAt,
    topic: clinical ? { id: packId, version: packVersion } : null,
    decision: clinical && decision !== null ? (JSON.parse(decision) as Decision) : null,
    followsOn,
    newest: version ? { versionId: version.id, version: version.version } : null,
  };
}

function paperEntry(sql: Sql, { id, at }: Found, clinical: boolean): TimelineEntry {
  const paper = readVersion(sql, id);
  const visit = sql.get<{ visitDate: string }>(
    'SELECT c.visit_date AS visitDate FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE h.id = ?',
    id,
  );
  if (!paper || !visit) throw new Error('A paper of the timeline is gone.');
  const { version, language, pages, madeBy, replaces, replacedBy, sameAs } = paper;
  return {
    kind: 'paper',
    id,
    at,
    by: madeBy,
    versionId: id,
    ...visit,
    version,
    language,
    pages,
    replaces: replaces && { version: replaces.version, reason: clinical ? replaces.reason : null },
    replacedBy,
    sameAs,
  };
}

function printEntry(sql: Sql, { id, at }: Found): TimelineEntry {
  const row = sql.get<{ action: AuditAction; by: string; versionId: string; version: number; visitDate: string }>(
    `SELECT a.action, coalesce(u.name, '') AS "by", h.id AS versionId, h.version, c.visit_date AS visitDate
     FROM audit a LEFT JOIN user u ON u.id = a.user_id LEFT JOIN print_job j ON j.id = a.subject
       JOIN handout_version h ON h.id = coalesce(j.version_id, a.subject) JOIN consultation c ON c.id = h.consultation_id
     WHERE a.seq = ?`,
    Number(id),
  );
  const how = row && PRINTS[row.action];
  if (!row || !how) throw new Error('A row of the log is gone.');
  const { action: _, ...print } = row;
  return { kind: 'print', id, at, how, ...print };
}

function callEntry(sql: Sql, { id, at, source }: Found): TimelineEntry {
  const row =
    source === 'call'
      ? sql.get<{ why: CallWhy; by: string }>(
          'SELECT l.why, u.name AS "by" FROM call_list l JOIN user u ON u.id = l.user_id WHERE l.id = ?',
          id,
        )
      : sql.get<{ why: CallWhy; by: string; outcome: 'called' | 'notReached' }>(
          'SELECT l.why, t.outcome, u.name AS "by" FROM call_try t JOIN call_list l ON l.id = t.call_id JOIN user u ON u.id = t.user_id WHERE t.seq = ?',
          Number(id),
        );
  if (!row) throw new Error('A call of the timeline is gone.');
  return { outcome: null, ...row, kind: 'call', id: `${source} ${id}`, at };
}

function consentEntry(sql: Sql, { id, at }: Found, patientId: string): TimelineEntry {
  const consent = readConsents(sql, patientId).find((each) => each.id === id);
  if (!consent) throw new Error('A consent of the timeline is gone.');
  const { by, state, how } = consent;
  return { kind: 'consent', id, at, by, state, how };
}

function entryOf(sql: Sql, found: Found, { id, clinical }: { id: string; clinical: boolean }): TimelineEntry {
  switch (found.source) {
    case 'visit':
      return visitEntry(sql, found, clinical);
    case 'paper':
      return paperEntry(sql, found, clinical);
    case 'print':
      return printEntry(sql, found);
    case 'consent':
      return consentEntry(sql, found, id);
    default:
      return callEntry(sql, found);
  }
}

export const timelineCommands: Handlers<'patients.timeline'> = {
  'patients.timeline': ({ sql }, { id, kinds, before, clinical, limit }) => {
    readPatient(sql, id);
    const found = sql.all<Found>(
      `WITH asked (patient, actions, kinds, before) AS (SELECT ?, ?, ?, ?)
       SELECT source, id, at, place FROM (SELECT *, at || ' ' || rank || ' ' || id AS place FROM (${ENTRIES})) JOIN asked
       WHERE (kinds IS NULL OR kind IN (SELECT value FROM json_each(kinds))) AND (before IS NULL OR place < before)
       ORDER BY place DESC LIMIT ?`,
      id,
      JSON.stringify(Object.keys(PRINTS)),
      kinds ? JSON.stringify(kinds) : null,
      before ?? null,
      limit + 1,
    );
    const shown = found.slice(0, limit);
    return {
      entries: shown.map((each) => entryOf(sql, each, { id, clinical })),
      older: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
    };
  },
};
