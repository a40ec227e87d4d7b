import { nameKey } from '#core/domain/names.ts';
import { readPhone } from '#core/domain/phone.ts';
import { wordIds } from './commands/nameWords.ts';
import type { Sql } from './database.ts';
import { reversedPhone } from './nameKey.ts';

/** Raise it with any change to how names are compared (`core/domain/names.ts`, `nameSound.ts`, `commands/nameWords.ts`). */
const SEARCH_RULES = 1;

interface Row {
  seq: number;
  name: string;
  relative: string | null;
  phone: string | null;
}

/**
 * Builds the keys by which patients are found, where they were built by older rules: migrations are SQL and can't work them
 * out. Phone numbers that can be read take their one form. Runs inside the caller's transaction; nothing to do costs one read.
 */
export function refreshSearch(sql: Sql): void {
  const built = sql.get<{ rules: number }>('SELECT search_rules AS rules FROM meta WHERE id = 1');
  if (built === undefined || built.rules === SEARCH_RULES) return;
  // Words of older rules go: no row uses them from here on.
  sql.run("UPDATE patient SET word_ids = '[]' WHERE word_ids <> '[]'");
  for (const row of sql.all<Row>('SELECT seq, name, relative, phone FROM patient ORDER BY seq')) {
    const reading = row.phone === null ? null : readPhone(row.phone);
    const phone = reading?.ok ? reading.phone : row.phone;
    sql.run(
      'UPDATE patient SET name_key = ?, relative_key = ?, word_ids = ?, phone = ?, phone_reversed = ? WHERE seq = ?',
      nameKey(row.name),
      nameKey(row.relative ?? ''),
      JSON.stringify(wordIds(sql, row.name, row.relative ?? '')),
      phone,
      phone === null ? null : reversedPhone(phone),
      row.seq,
    );
  }
  sql.run('UPDATE meta SET search_rules = ? WHERE id = 1', SEARCH_RULES);
}
