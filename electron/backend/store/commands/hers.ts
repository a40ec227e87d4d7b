import type { Sql } from '../database.ts';

/** A table with rows of a patient, and the condition that finds them; `?` in it is her id, `count` times. */
export interface HerTable {
  table: string;
  where: string;
  count: number;
}

interface Reference {
  child: string;
  column: string;
  parent: string;
  target: string;
}

/** Every reference from one table to another, as the schema has them: a table that is added later is found too. */
function references(sql: Sql): Reference[] {
  return sql.all<Reference>(
    `SELECT t.name AS child, f."from" AS "column", f."table" AS parent, f."to" AS target
     FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' ORDER BY t.name, f.id`,
  );
}

/**
 * Every table whose rows belong to a patient, by the references that lead to her row, those that refer to others first:
 * in this order they can be taken away.
 */
export function herTables(sql: Sql): HerTable[] {
  const all = references(sql);
  const found = new Map<string, HerTable>();
  const visit = (table: string, path: readonly string[]): HerTable | null => {
    if (path.includes(table)) throw new Error(`The tables ${[...path, table].join(' → ')} refer to each other in a circle.`);
    const known = found.get(table);
    if (known) return known;
    if (table === 'patient') return { table, where: 'id = ?', count: 1 };
    const ways = all
      .filter(({ child }) => child === table)
      .flatMap(({ column, parent, target }) => {
        const above = visit(parent, [...path, table]);
        return above ? [{ where: `"${column}" IN (SELECT "${target}" FROM "${parent}" WHERE ${above.where})`, count: above.count }] : [];
      });
    if (ways.length === 0) return null;
    const own = { table, where: ways.map(({ where }) => where).join(' OR '), count: ways.reduce((sum, { count }) => sum + count, 0) };
    found.set(table, own);
    return own;
  };
  for (const { child } of all) visit(child, []);
  const depth = (table: string): number =>
    table === 'patient'
      ? 0
      : 1 +
        Math.max(
          0,
          ...all
            .filter(({ child, parent }) => child === table && (parent === 'patient' || found.has(parent)))
            .map(({ parent }) => depth(parent)),
        );
  const below = [...found.values()].sort((one, other) => depth(other.table) - depth(one.table));
  return [...below, { table: 'patient', where: 'id = ?', count: 1 }];
}

/** Rows of one of her tables. */
export function herRows(sql: Sql, { table, where, count }: HerTable, patientId: string): Record<string, unknown>[] {
  return sql.all<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE ${where}`, ...Array.from({ length: count }, () => patientId));
}
