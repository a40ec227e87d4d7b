import { createHash, randomUUID } from 'node:crypto';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { storeFault } from '../faults.ts';
import { type AuditAction, StoreRefusal } from '../store.ts';
import { consultationHead } from './consultations.ts';
import type { Handlers } from './context.ts';
import { touchPatient } from './patients.ts';

const VERSION = `SELECT h.id, h.consultation_id AS consultationId, c.code, h.version, h.language, h.pages, h.sha256,
    h.made_at AS madeAt, h.made_by AS madeBy
  FROM handout_version h JOIN consultation c ON c.id = h.consultation_id`;

const PURPOSE: Record<'view' | 'print' | 'save', AuditAction> = { view: 'handout.view', print: 'handout.print', save: 'handout.save' };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const handoutCommands: Handlers<'handouts.makeFinal' | 'handouts.ofConsultation' | 'handouts.pdf'> = {
  'handouts.makeFinal': ({ sql, audit }, input, actor) => {
    const { consultationId } = input;
    const { state, rev, patientId } = consultationHead(sql, consultationId);
    if (state === 'final') throw new StoreRefusal('alreadyFinal', 'This consultation is final already; its handout is in the list.');
    if (rev !== input.rev) return { conflict: true, rev, theirs: null };
    if (sha256(input.pdf) !== input.sha256) throw new Error('The bytes of the handout don’t have the hash that came with them.');
    const id = randomUUID();
    const last = sql.get<{ version: number | null }>(
      'SELECT max(version) AS version FROM handout_version WHERE consultation_id = ?',
      consultationId,
    );
    sql.run(
      `INSERT INTO handout_version (id, consultation_id, version, language, pages, sha256, made_at, made_by, visit, model, pdf)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      consultationId,
      (last?.version ?? 0) + 1,
      input.language,
      input.pages,
      input.sha256,
      actor.at,
      input.madeBy,
      JSON.stringify(input.visit),
      JSON.stringify(input.model),
      input.pdf,
    );
    sql.run("UPDATE consultation SET state = 'final', rev = rev + 1, saved_at = ? WHERE id = ?", actor.at, consultationId);
    touchPatient(sql, patientId, audit.add('handout.final', id, actor));
    const version = sql.get<HandoutVersion>(`${VERSION} WHERE h.id = ?`, id);
    if (!version) throw new Error('A handout that was just stored is gone.');
    return version;
  },

  'handouts.ofConsultation': ({ sql }, { consultationId }) =>
    sql.all<HandoutVersion>(`${VERSION} WHERE h.consultation_id = ? ORDER BY h.version`, consultationId),

  'handouts.pdf': ({ sql, audit }, { id, purpose }, actor) => {
    const version = sql.get<HandoutVersion>(`${VERSION} WHERE h.id = ?`, id);
    const stored = sql.get<{ pdf: Uint8Array }>('SELECT pdf FROM handout_version WHERE id = ?', id);
    if (!version || !stored) return null;
    if (sha256(stored.pdf) !== version.sha256)
      throw storeFault('databaseDamaged', 'The stored handout isn’t the one that was made final: its bytes have changed.');
    audit.add(PURPOSE[purpose], id, actor);
    return { version, pdf: new Uint8Array(stored.pdf) };
  },
};
