import { createHash } from 'node:crypto';
import type { Approval } from '#core/contract/shapes.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { canonical } from '../canonical.ts';
import type { Sql } from '../database.ts';
import type { Handlers } from './context.ts';

interface ApprovalColumns {
  pack_id: string;
  pack_version: string;
  pack_hash: string;
  language: Language;
  by_name: string;
  at: string;
}

const toApproval = (row: ApprovalColumns): Approval => ({
  pack: { id: row.pack_id, version: row.pack_version, hash: row.pack_hash },
  language: row.language,
  by: row.by_name,
  at: row.at,
});

/** Keeps a pack's content under its hash on first use; content that doesn't have this hash is refused. */
export function storePackContent(sql: Sql, pack: PackRef, packJson: string): void {
  if (sql.get('SELECT 1 FROM pack_content WHERE hash = ?', pack.hash)) return;
  const hash = createHash('sha256')
    .update(canonical(JSON.parse(packJson)))
    .digest('hex');
  if (hash !== pack.hash)
    throw new Error(`The content of pack ${pack.id} ${pack.version} doesn’t have the hash that the consultation pins.`);
  sql.run('INSERT INTO pack_content (hash, pack_id, version, content) VALUES (?, ?, ?, ?)', pack.hash, pack.id, pack.version, packJson);
}

export const packCommands: Handlers<'packs.content' | 'approvals.list' | 'approvals.add'> = {
  'packs.content': ({ sql }, { hash }) =>
    sql.get<{ content: string }>('SELECT content FROM pack_content WHERE hash = ?', hash)?.content ?? null,

  'approvals.list': ({ sql }) => sql.all<ApprovalColumns>('SELECT * FROM approval ORDER BY seq').map(toApproval),

  // The newest approval of a person stands: past a review date it has to be given again. Each is in the audit.
  'approvals.add': ({ sql, audit }, { pack, language, by }, actor) => {
    sql.run(
      `INSERT INTO approval (pack_id, pack_version, pack_hash, language, by_name, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (pack_hash, language, user_id) DO UPDATE SET by_name = excluded.by_name, at = excluded.at`,
      pack.id,
      pack.version,
      pack.hash,
      language,
      by,
      actor.userId,
      actor.at,
    );
    audit.add('pack.approve', pack.hash, actor);
    const row = sql.get<ApprovalColumns>(
      'SELECT * FROM approval WHERE pack_hash = ? AND language = ? AND user_id = ?',
      pack.hash,
      language,
      actor.userId,
    );
    if (!row) throw new Error('An approval that was just given is gone.');
    return toApproval(row);
  },
};
