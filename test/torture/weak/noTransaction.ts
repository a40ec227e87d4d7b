/** A store whose changes are in no transaction: each statement stands for itself. */
import Database from 'better-sqlite3';

Database.prototype.transaction = ((work: () => unknown) =>
  Object.assign(work, { immediate: work })) as unknown as Database.Database['transaction'];
