import { createHash, randomUUID } from 'node:crypto';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';
import { storeFault } from '../faults.ts';
import { type FrozenPaper, StoreRefusal } from '../store.ts';

interface VersionColumns extends Omit<HandoutVersion, 'replaces'> {
  replacesVersion: number | null;
  replacesMadeAt: string | null;
  reason: string | null;
  changed: string | null;
}

const VERSION = `SELECT h.id, h.consultation_id AS consultationId, c.code, h.version, h.language, h.pages, h.sha256,
    h.made_at AS madeAt, h.made_by AS madeBy, same.version AS sameAs,
    old.version AS replacesVersion, old.made_at AS replacesMadeAt, a.reason, a.changed,
    (SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = h.id) AS replacedBy
  FROM handout_version h JOIN consultation c ON c.id = h.consultation_id
    LEFT JOIN other_language o ON o.version_id = h.id LEFT JOIN handout_version same ON same.id = o.of_id
    LEFT JOIN amendment a ON a.version_id = h.id LEFT JOIN handout_version old ON old.id = a.replaces_id`;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function toVersion({ replacesVersion, replacesMadeAt, reason, changed, ...version }: VersionColumns): HandoutVersion {
  if (replacesVersion === null || replacesMadeAt === null || reason === null || changed === null) return { ...version, replaces: null };
  return { ...version, replaces: { version: replacesVersion, madeAt: replacesMadeAt, reason, changed: JSON.parse(changed) as string[] } };
}

export function readVersion(sql: Sql, id: string): HandoutVersion | null {
  const row = sql.get<VersionColumns>(`${VERSION} WHERE h.id = ?`, id);
  return row ? toVersion(row) : null;
}

/** The versions of a consultation's paper, the first one first. */
export function readVersions(sql: Sql, consultationId: string): HandoutVersion[] {
  return sql.all<VersionColumns>(`${VERSION} WHERE h.consultation_id = ? ORDER BY h.version`, consultationId).map(toVersion);
}

/** A version that was stored in this very transaction. */
export function justStored(sql: Sql, id: string): HandoutVersion {
  const version = readVersion(sql, id);
  if (!version) throw new Error('A handout that was just stored is gone.');
  return version;
}

/** The newest version that an amendment replaces: one in another language stands and falls with the one it is of. */
export function newestContent(sql: Sql, consultationId: string): { id: string } | undefined {
  return sql.get(
    `SELECT id FROM handout_version WHERE consultation_id = ? AND id NOT IN (SELECT version_id FROM other_language)
     ORDER BY version DESC LIMIT 1`,
    consultationId,
  );
}

/** @throws StoreRefusal `replaced` */
export function refuseReplaced({ replacedBy }: HandoutVersion): void {
  if (replacedBy !== null) throw new StoreRefusal('replaced', `Version ${replacedBy} replaces this paper. Open that one and use it.`);
}

/** Bytes as they were read, once they have the hash that is stored beside them. @throws databaseDamaged */
export function intact(stored: { pdf: Uint8Array; sha256: string }, what: 'handout' | 'clinic copy' | 'marked paper'): Uint8Array {
  if (sha256(stored.pdf) !== stored.sha256)
    throw storeFault('databaseDamaged', `The stored ${what} isn’t the one that was made final: its bytes have changed.`);
  return new Uint8Array(stored.pdf);
}

/** The bytes of a version, their hash checked; null when there is no such version. */
export function readPdf(sql: Sql, id: string): Uint8Array | null {
  const stored = sql.get<{ pdf: Uint8Array; sha256: string }>('SELECT pdf, sha256 FROM handout_version WHERE id = ?', id);
  return stored ? intact(stored, 'handout') : null;
}

/** What the hash of a version's source is taken of. */
export const sourceHash = (visit: string, model: string): string => sha256(JSON.stringify([visit, model]));

/** Stores a paper with its clinic copy under the next number; bytes that don't have their hash are refused. */
export function insertVersion(sql: Sql, consultationId: string, paper: Omit<FrozenPaper, 'consultationId' | 'rev'>, at: string): string {
  if (sha256(paper.pdf) !== paper.sha256) throw new Error('The bytes of the handout don’t have the hash that came with them.');
  const { clinicCopy } = paper;
  if (sha256(clinicCopy.pdf) !== clinicCopy.sha256)
    throw new Error('The bytes of the clinic copy don’t have the hash that came with them.');
  const id = randomUUID();
  const [visit, model] = [JSON.stringify(paper.visit), JSON.stringify(paper.model)];
  sql.run(
    `INSERT INTO handout_version (id, consultation_id, version, language, pages, sha256, made_at, made_by, visit, model, pdf)
     VALUES (?, ?, (SELECT coalesce(max(version), 0) + 1 FROM handout_version WHERE consultation_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    consultationId,
    consultationId,
    paper.language,
    paper.pages,
    paper.sha256,
    at,
    paper.madeBy,
    visit,
    model,
    paper.pdf,
  );
  sql.run('INSERT INTO paper_source (version_id, sha256) VALUES (?, ?)', id, sourceHash(visit, model));
  sql.run(
    'INSERT INTO clinic_copy (version_id, pages, sha256, pdf) VALUES (?, ?, ?, ?)',
    id,
    clinicCopy.pages,
    clinicCopy.sha256,
    clinicCopy.pdf,
  );
  return id;
}
