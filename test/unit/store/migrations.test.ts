import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { assertNodeVersion } from '#backend/store/nodeVersion.ts';
import { directStore, migrations } from './direct.ts';
import { sunita } from './folder.ts';

const schemaOf = (db: Database.Database) => {
  const objects = db.prepare<[], string>("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name").pluck().all();
  return `${objects.join('\n\n')}\n\nPRAGMA user_version = ${db.pragma('user_version', { simple: true })};\n`;
};
const next = {
  version: migrations.length + 1,
  name: 'next',
  sql: "CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO later VALUES (1, upper('x'));",
};

test('all migrations together give the schema that is on record', async () => {
  await expect(schemaOf(directStore().opened.sql.db)).toMatchFileSnapshot('./schema.sql');
});

test('the settings of the connection are the ones that were measured', () => {
  const { db } = directStore().opened.sql;
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'temp_store', 'secure_delete'];
  expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 2, 1]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test('a newer program brings an older database up to date and keeps its rows', () => {
  const store = directStore();
  store.run('patients.add', sunita);
  const upgraded = store.reopen([...migrations, next]);
  expect(upgraded.sql.get('SELECT text FROM later')).toEqual({ text: 'X' });
  expect(store.run('patients.recent', { limit: 1 }).rows).toMatchObject([{ name: sunita.name }]);
});

test('an older program refuses a newer database and changes nothing', () => {
  const store = directStore();
  store.reopen([...migrations, next]);
  expect(() => store.reopen(migrations)).toThrow(expect.objectContaining({ fault: 'newerVersion' }));
  expect(store.reopen([...migrations, next]).sql.get('SELECT text FROM later')).toEqual({ text: 'X' });
});

test('a migration that fails leaves the database as it was', () => {
  const store = directStore();
  const broken = { ...next, sql: `${next.sql} INSERT INTO nowhere VALUES (1);` };
  expect(() => store.reopen([...migrations, broken])).toThrow('nowhere');
  const opened = store.reopen();
  expect(opened.sql.get("SELECT 1 FROM sqlite_schema WHERE name = 'later'")).toBeUndefined();
  expect(opened.sql.db.pragma('user_version', { simple: true })).toBe(migrations.length);
});

test('a Node that would crash is refused with a sentence', () => {
  for (const version of ['20.20.0', '22.13.9', '18.0.0']) expect(() => assertNodeVersion(version)).toThrow('needs Node 22.14');
  for (const version of ['22.14.0', '24.0.0', process.versions.node]) expect(() => assertNodeVersion(version)).not.toThrow();
});
