import type { Handlers } from './context.ts';

/** Numbers of the records for a report to whoever helps: how many rows, how large; never what is in them. */
export const supportCommands: Handlers<'support.facts'> = {
  'support.facts': ({ sql, audit }, _input, actor) => {
    const tables = sql.all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    const pages = sql.get<{ pages: number; size: number }>(
      'SELECT page_count AS pages, page_size AS size FROM pragma_page_count, pragma_page_size',
    );
    const facts = {
      schemaVersion: sql.get<{ user_version: number }>('SELECT user_version FROM pragma_user_version')?.user_version ?? 0,
      databaseBytes: (pages?.pages ?? 0) * (pages?.size ?? 0),
      counts: tables.map(({ name }) => ({
        table: name,
        rows: sql.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`)?.rows ?? 0,
      })),
    };
    audit.add('support.report', null, actor);
    return facts;
  },
};
