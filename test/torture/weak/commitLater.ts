/** A store that acknowledges inside a transaction which it commits after 50 commands: what is killed with it is lost. */
import Database from 'better-sqlite3';

const together = 50;
const open = new WeakMap<Database.Database, number>();

Database.prototype.transaction = function later(this: Database.Database, work: () => unknown) {
  const run = () => {
    const done = open.get(this) ?? 0;
    if (!this.inTransaction) this.exec('BEGIN IMMEDIATE');
    const result = work();
    if (done + 1 >= together) this.exec('COMMIT');
    open.set(this, (done + 1) % together);
    return result;
  };
  return Object.assign(run, { immediate: run });
} as unknown as Database.Database['transaction'];
