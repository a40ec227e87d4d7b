import { type BackupPlace, backupPlaceSchema, backupSchema } from '#core/contract/backups.ts';

/** Which backup the address names, from the list of backups; nothing where it can't be read. */
export function restoreSearch(search: Record<string, unknown>): { place?: BackupPlace; id?: string } {
  const place = backupPlaceSchema.safeParse(search.place);
  const id = backupSchema.shape.id.safeParse(search.id);
  return place.success && id.success ? { place: place.data, id: id.data } : {};
}
