import { openEncrypted } from '#backend/store/database.ts';
import { openUserSlot } from '#backend/store/keyring.ts';
import { readKeyring, slotOf } from '#backend/store/keyringFile.ts';
import { subkey } from '#backend/store/keys.ts';
import { storeFiles } from '#backend/store/storeFolder.ts';

/** Changes a closed clinic's database as somebody with a password and another program could: past triggers and the log. */
export async function tamperWith(folder: string, by: { userId: string; password: string }, sql: string): Promise<void> {
  const files = storeFiles(folder);
  const keyring = readKeyring(files);
  const slot = slotOf(keyring, by.userId);
  if (!slot) throw new Error('This person has no slot.');
  const db = openEncrypted(files.database, subkey(await openUserSlot(keyring.store, slot, by.password), 'database'));
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql);
  db.close();
}
