import { createHash, randomUUID } from 'node:crypto';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { Sql } from '../database.ts';
import { storeFault } from '../faults.ts';
import { type AuditAction, type FrozenPaper, StoreRefusal } from '../store.ts';
import { insertAnswer } from './answerRows.ts';
import { addCall } from './calls.ts';
import { consultationHead } from './consultations.ts';
import type { Handlers } from './context.ts';
import { touchPatient } from './patients.ts';

interface VersionColumns extends Omit<HandoutVersion, 'replaces'> {
  replacesVersion: number | null;
  replacesMadeAt: string | null;
  reason: string | null;
  changed: string | null;
}

const VERSION = `SELECT h.id, h.consultation_id AS consultationId, c.code, h.version, h.language, h.pages, h.sha256,
    h.made_at AS madeAt, h.made_by AS madeBy,
    old.version AS replacesVersion, old.made_at AS replacesMadeAt, a.reason, a.changed,
    (SELECT n.version FROM amendment b JOIN handout_version n ON n.id = b.version_id WHERE b.replaces_id = h.id) AS replacedBy
  FROM handout_version h JOIN consultation c ON c.id = h.consultation_id
    LEFT JOIN amendment a ON a.version_id = h.id LEFT JOIN handout_version old ON old.id = a.replaces_id`;

const PURPOSE: Record<'view' | 'print' | 'save', AuditAction> = { view: 'handout.view', print: 'handout.print', save: 'handout.save' };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function toVersion({ replacesVersion, replacesMadeAt, reason, changed, ...version }: VersionColumns): HandoutVersion {
  if (replacesVersion === null || replacesMadeAt === null || reason === null || changed === null) return { ...version, replaces: null };
  return { ...version, replaces: { version: replacesVersion, madeAt: replacesMadeAt, reason, changed: JSON.parse(changed) as string[] } };
}

function readVersion(sql: Sql, id: string): HandoutVersion | null {
  const row = sql.get<VersionColumns>(`${VERSION} WHERE h.id = ?`, id);
  return row ? toVersion(row) : null;
}

/** The versions of a consultation's paper, the first one first. */
export function readVersions(sql: Sql, consultationId: string): HandoutVersion[] {
  return sql.all<VersionColumns>(`${VERSION} WHERE h.consultation_id = ? ORDER BY h.version`, consultationId).map(toVersion);
}

function newestVersion(sql: Sql, consultationId: string): { id: string; version: number } | undefined {
  return sql.get('SELECT id, version FROM handout_version WHERE consultation_id = ? ORDER BY version DESC LIMIT 1', consultationId);
}

/** Stores a paper with its clinic copy under the next number; bytes that don't have their hash are refused. */
function insertVersion(sql: Sql, paper: FrozenPaper, version: number, at: string): string {
  if (sha256(paper.pdf) !== paper.sha256) throw new Error('The bytes of the handout don’t have the hash that came with them.');
  const { clinicCopy } = paper;
  if (sha256(clinicCopy.pdf) !== clinicCopy.sha256)
    throw new Error('The bytes of the clinic copy don’t have the hash that came with them.');
  const id = randomUUID();
  sql.run(
    `INSERT INTO handout_version (id, consultation_id, version, language, pages, sha256, made_at, made_by, visit, model, pdf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    paper.consultationId,
    version,
    paper.language,
    paper.pages,
    paper.sha256,
    at,
    paper.madeBy,
    JSON.stringify(paper.visit),
    JSON.stringify(paper.model),
    paper.pdf,
  );
  sql.run(
    'INSERT INTO clinic_copy (version_id, pages, sha256, pdf) VALUES (?, ?, ?, ?)',
    id,
    clinicCopy.pages,
    clinicCopy.sha256,
    clinicCopy.pdf,
  );
  return id;
}

/** The clinic copy of a version, its hash checked; null for a version that has none. */
export function readClinicCopy(sql: Sql, id: string): { pdf: Uint8Array; pages: number } | null {
  const stored = sql.get<{ pdf: Uint8Array; pages: number; sha256: string }>(
    'SELECT pdf, pages, sha256 FROM clinic_copy WHERE version_id = ?',
    id,
  );
  if (!stored) return null;
  if (sha256(stored.pdf) !== stored.sha256)
    throw storeFault('databaseDamaged', 'The stored clinic copy isn’t the one that was made final: its bytes have changed.');
  return { pdf: new Uint8Array(stored.pdf), pages: stored.pages };
}

function refuseReplaced({ replacedBy }: HandoutVersion): void {
  if (replacedBy !== null) throw new StoreRefusal('replaced', `Version ${replacedBy} replaces this paper. Open that one and use it.`);
}

function justStored(sql: Sql, id: string): HandoutVersion {
  const version = readVersion(sql, id);
  if (!version) throw new Error('A handout that was just stored is gone.');
  return version;
}

type HandoutCommand = 'handouts.makeFinal' | 'handouts.amend' | 'handouts.ofConsultation' | 'handouts.pdf' | 'handouts.clinicCopy';

export const handoutCommands: Handlers<HandoutCommand> = {
  'handouts.makeFinal': ({ sql, audit }, input, actor) => {
    const { consultationId } = input;
    const { state, rev, patientId } = consultationHead(sql, consultationId);
    if (state === 'final') throw new StoreRefusal('alreadyFinal', 'This consultation is final already; its handout is in the list.');
    if (rev !== input.rev) return { conflict: true, rev, theirs: null };
    const id = insertVersion(sql, input, (newestVersion(sql, consultationId)?.version ?? 0) + 1, actor.at);
    sql.run("UPDATE consultation SET state = 'final', rev = rev + 1, saved_at = ? WHERE id = ?", actor.at, consultationId);
    touchPatient(sql, patientId, audit.add('handout.final', id, actor));
    return justStored(sql, id);
  },

  'handouts.amend': ({ sql, audit }, input, actor) => {
    const { consultationId } = input;
    const { rev, patientId } = consultationHead(sql, consultationId);
    const replaced = newestVersion(sql, consultationId);
    if (!replaced) throw new StoreRefusal('notFinal', 'This consultation has no final paper yet, so there is nothing to amend.');
    if (rev !== input.rev) return { conflict: true, rev, theirs: null };
    for (const { key, value } of input.changes) insertAnswer(sql, { consultationId, key, value, rev: rev + 1 }, actor);
    const id = insertVersion(sql, input, replaced.version + 1, actor.at);
    sql.run(
      'INSERT INTO amendment (version_id, replaces_id, reason, changed, user_id, made_at) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      replaced.id,
      input.reason,
      JSON.stringify(input.changed),
      actor.userId,
      actor.at,
    );
    sql.run('UPDATE consultation SET rev = rev + 1, saved_at = ? WHERE id = ?', actor.at, consultationId);
    touchPatient(sql, patientId, audit.add('handout.amend', id, actor));
    audit.add('call.add', addCall(sql, { consultationId, versionId: id, why: 'paperChanged' }, actor), actor);
    return justStored(sql, id);
  },

  'handouts.ofConsultation': ({ sql }, { consultationId }) => readVersions(sql, consultationId),

  'handouts.pdf': ({ sql, audit }, { id, purpose }, actor) => {
    const version = readVersion(sql, id);
    const stored = sql.get<{ pdf: Uint8Array }>('SELECT pdf FROM handout_version WHERE id = ?', id);
    if (!version || !stored) return null;
    if (purpose !== 'view') refuseReplaced(version);
    if (sha256(stored.pdf) !== version.sha256)
      throw storeFault('databaseDamaged', 'The stored handout isn’t the one that was made final: its bytes have changed.');
    audit.add(PURPOSE[purpose], id, actor);
    return { version, pdf: new Uint8Array(stored.pdf) };
  },

  'handouts.clinicCopy': ({ sql, audit }, { id }, actor) => {
    const version = readVersion(sql, id);
    if (!version) return null;
    refuseReplaced(version);
    const copy = readClinicCopy(sql, id);
    if (copy) audit.add('handout.clinicCopy', id, actor);
    return { version, copy };
  },
};
