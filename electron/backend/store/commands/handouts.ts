import type { Sql } from '../database.ts';
import { type AuditAction, StoreRefusal } from '../store.ts';
import { insertAnswer } from './answerRows.ts';
import { addCall } from './calls.ts';
import { consultationHead } from './consultations.ts';
import type { Handlers } from './context.ts';
import { touchPatient } from './patients.ts';
import { queueFinal } from './printing.ts';
import { insertVersion, intact, justStored, newestContent, readPdf, readVersion, readVersions, refuseReplaced } from './versions.ts';

const PURPOSE: Record<'view' | 'print' | 'save', AuditAction> = { view: 'handout.view', print: 'handout.print', save: 'handout.save' };

/** The clinic copy of a version, its hash checked; null for a version that has none. */
export function readClinicCopy(sql: Sql, id: string): { pdf: Uint8Array; pages: number } | null {
  const stored = sql.get<{ pdf: Uint8Array; pages: number; sha256: string }>(
    'SELECT pdf, pages, sha256 FROM clinic_copy WHERE version_id = ?',
    id,
  );
  return stored ? { pdf: intact(stored, 'clinic copy'), pages: stored.pages } : null;
}

type HandoutCommand = 'handouts.makeFinal' | 'handouts.amend' | 'handouts.ofConsultation' | 'handouts.pdf' | 'handouts.clinicCopy';

export const handoutCommands: Handlers<HandoutCommand> = {
  'handouts.makeFinal': ({ sql, audit }, input, actor) => {
    const { consultationId } = input;
    const { state, rev, patientId } = consultationHead(sql, consultationId);
    if (state === 'final') throw new StoreRefusal('alreadyFinal', 'This consultation is final already; its handout is in the list.');
    if (rev !== input.rev) return { conflict: true, rev, theirs: null };
    const id = insertVersion(sql, consultationId, input, actor.at);
    sql.run("UPDATE consultation SET state = 'final', rev = rev + 1, saved_at = ? WHERE id = ?", actor.at, consultationId);
    touchPatient(sql, patientId, audit.add('handout.final', id, actor));
    queueFinal({ sql, audit }, id, actor);
    return justStored(sql, id);
  },

  'handouts.amend': ({ sql, audit }, input, actor) => {
    const { consultationId } = input;
    const { rev, patientId } = consultationHead(sql, consultationId);
    const replaced = newestContent(sql, consultationId);
    if (!replaced) throw new StoreRefusal('notFinal', 'This consultation has no final paper yet, so there is nothing to amend.');
    if (rev !== input.rev) return { conflict: true, rev, theirs: null };
    for (const { key, value } of input.changes) insertAnswer(sql, { consultationId, key, value, rev: rev + 1 }, actor);
    const id = insertVersion(sql, consultationId, input, actor.at);
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
    queueFinal({ sql, audit }, id, actor);
    audit.add('call.add', addCall(sql, { why: 'paperChanged', patientId, consultationId, versionId: id }, actor), actor);
    return justStored(sql, id);
  },

  'handouts.ofConsultation': ({ sql }, { consultationId }) => readVersions(sql, consultationId),

  'handouts.pdf': ({ sql, audit }, { id, purpose }, actor) => {
    const version = readVersion(sql, id);
    if (!version) return null;
    if (purpose !== 'view') refuseReplaced(version);
    const pdf = readPdf(sql, id);
    if (!pdf) return null;
    audit.add(PURPOSE[purpose], id, actor);
    return { version, pdf };
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
