/** A store with `synchronous = NORMAL`, which says FULL when it is asked: it acknowledges before the disk has it. */
import Database from 'better-sqlite3';

const pragma = Database.prototype.pragma;
Database.prototype.pragma = function weak(this: Database.Database, source: string, options?: Database.PragmaOptions) {
  if (source === 'synchronous = 2') return pragma.call(this, 'synchronous = 1');
  if (source === 'synchronous') return 2;
  return pragma.call(this, source, options);
};
