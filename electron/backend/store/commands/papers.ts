import { randomUUID } from 'node:crypto';
import type { SentCopy } from '#core/contract/papers.ts';
import type { Mark } from '#core/domain/visit.ts';
import type { Sql } from '../database.ts';
import { storeFault } from '../faults.ts';
import type { LyingCopy, MarkedPages, PaperCommands, PaperSource } from '../paperCommands.ts';
import { StoreRefusal } from '../store.ts';
import { consultationHead } from './consultations.ts';
import type { Handlers } from './context.ts';
import { readPatient, touchPatient } from './patients.ts';
import { insertVersion, intact, justStored, readPdf, readVersion, refuseReplaced, sha256, sourceHash } from './versions.ts';

function readSource(sql: Sql, id: string): PaperSource | null {
  const version = readVersion(sql, id);
  const stored = sql.get<{ visit: string; model: string; hash: string | null }>(
    `SELECT h.visit, h.model, s.sha256 AS hash FROM handout_version h LEFT JOIN paper_source s ON s.version_id = h.id WHERE h.id = ?`,
    id,
  );
  if (!version || !stored || readPdf(sql, id) === null) return null;
  // A version from before the hash of its source was kept has none.
  if (stored.hash !== null && sourceHash(stored.visit, stored.model) !== stored.hash)
    throw storeFault('databaseDamaged', 'What this paper was made from isn’t what it was when it was made final.');
  return { version, visit: JSON.parse(stored.visit) as PaperSource['visit'], model: JSON.parse(stored.model) as PaperSource['model'] };
}

function toMarked(
  sql: Sql,
  row: { id: string; versionId: string; mark: string; pages: number; sha256: string; pdf: Uint8Array },
): MarkedPages {
  const version = readVersion(sql, row.versionId);
  if (!version || readPdf(sql, row.versionId) === null) throw new Error('Marked pages without their version.');
  const mark = JSON.parse(row.mark) as Mark;
  // A copy says that the paper holds; once it was replaced it doesn't.
  if (mark.kind === 'copy') refuseReplaced(version);
  return { id: row.id, version, mark, pages: row.pages, pdf: intact(row, 'marked paper') };
}

const MARKED = 'SELECT id, version_id AS versionId, mark, pages, sha256, pdf FROM marked_copy';

function findMarked(sql: Sql, versionId: string, mark: Mark): MarkedPages | null {
  const row = sql.get<Parameters<typeof toMarked>[1]>(`${MARKED} WHERE version_id = ? AND mark = ?`, versionId, JSON.stringify(mark));
  return row ? toMarked(sql, row) : null;
}

const SENT = `SELECT s.id, s.version_id AS versionId, s.phone, u.name AS "by", s.made_at AS "at", s.until, s.gone_at AS goneAt
  FROM sent_copy s JOIN user u ON u.id = s.user_id`;

export const paperCommands: Handlers<keyof PaperCommands> = {
  'papers.source': ({ sql }, { id }) => readSource(sql, id),

  'papers.addLanguage': ({ sql, audit }, { ofId, consultationId, ...paper }, actor) => {
    const of = readVersion(sql, ofId);
    if (!of || of.consultationId !== consultationId) throw new StoreRefusal('notFound', 'This paper isn’t in the records any more.');
    refuseReplaced(of);
    const has = sql.get<{ version: number }>(
      `SELECT version FROM handout_version WHERE language = ? AND (id = ? OR id IN (SELECT version_id FROM other_language WHERE of_id = ?))`,
      paper.language,
      ofId,
      ofId,
    );
    if (has) throw new StoreRefusal('hasLanguage', `Version ${has.version} is this paper in that language. Use that one.`);
    const id = insertVersion(sql, consultationId, paper, actor.at);
    sql.run('INSERT INTO other_language (version_id, of_id, user_id, made_at) VALUES (?, ?, ?, ?)', id, ofId, actor.userId, actor.at);
    touchPatient(sql, consultationHead(sql, consultationId).patientId, audit.add('handout.language', id, actor));
    return justStored(sql, id);
  },

  'papers.marked': ({ sql }, { id }) => {
    const row = sql.get<Parameters<typeof toMarked>[1]>(`${MARKED} WHERE id = ?`, id);
    return row ? toMarked(sql, row) : null;
  },

  'papers.findMarked': ({ sql }, { versionId, mark }) => findMarked(sql, versionId, mark),

  'papers.addMarked': ({ sql, audit }, { versionId, mark, pdf, sha256: hash, pages }, actor) => {
    if (sha256(pdf) !== hash) throw new Error('The bytes of the marked paper don’t have the hash that came with them.');
    const there = findMarked(sql, versionId, mark);
    if (there) return there;
    sql.run(
      'INSERT INTO marked_copy (id, version_id, mark, pages, sha256, user_id, made_at, pdf) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      randomUUID(),
      versionId,
      JSON.stringify(mark),
      pages,
      hash,
      actor.userId,
      actor.at,
      pdf,
    );
    audit.add('handout.mark', versionId, actor);
    const made = findMarked(sql, versionId, mark);
    if (!made) throw new Error('Marked pages that were just stored are gone.');
    return made;
  },

  'papers.send': ({ sql, audit }, { id, phone, until }, actor) => {
    const version = readVersion(sql, id);
    const pdf = readPdf(sql, id);
    if (!version || !pdf) return null;
    refuseReplaced(version);
    const hers = readPatient(sql, consultationHead(sql, version.consultationId).patientId).phone;
    if (hers !== phone)
      throw new StoreRefusal('otherPhone', 'This isn’t the number in her record any more. Read her the one that is there now.');
    const copyId = randomUUID();
    sql.run(
      'INSERT INTO sent_copy (id, version_id, phone, user_id, made_at, until) VALUES (?, ?, ?, ?, ?, ?)',
      copyId,
      id,
      phone,
      actor.userId,
      actor.at,
      until,
    );
    audit.add('handout.send', id, actor);
    const copy = sql.get<SentCopy>(`${SENT} WHERE s.id = ?`, copyId);
    if (!copy) throw new Error('A copy that was just noted is gone.');
    return { copy, version, pdf };
  },

  'papers.sent': ({ sql }, { id }) => sql.all<SentCopy>(`${SENT} WHERE s.version_id = ? ORDER BY s.seq DESC`, id),

  'papers.lying': ({ sql }) =>
    sql.all<LyingCopy>(
      `SELECT s.id, c.code || '-v' || h.version || '.pdf' AS fileName, s.until
       FROM sent_copy s JOIN handout_version h ON h.id = s.version_id JOIN consultation c ON c.id = h.consultation_id
       WHERE s.until IS NOT NULL AND s.gone_at IS NULL ORDER BY s.seq`,
    ),

  'papers.gone': ({ sql, audit }, { id }, actor) => {
    const row = sql.get<{ versionId: string }>(
      'SELECT version_id AS versionId FROM sent_copy WHERE id = ? AND until IS NOT NULL AND gone_at IS NULL',
      id,
    );
    if (!row) return null;
    sql.run('UPDATE sent_copy SET gone_at = ? WHERE id = ?', actor.at, id);
    audit.add('handout.sentGone', row.versionId, actor);
    return null;
  },
};
