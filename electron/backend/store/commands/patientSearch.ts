import type { FoundBy } from '#core/contract/patientShapes.ts';
import { nameWords } from '#core/domain/names.ts';
import type { Sql } from '../database.ts';
import { recordKey, reversedPhoneEnd } from '../nameKey.ts';
import { type Meant, meantBy } from './nameWords.ts';

/** Above every character that a record number can hold. */
const LAST = '\u{10FFFF}';
/** Words of what was typed that are looked for; nobody types more, and each one costs a join. */
const MOST_TYPED = 6;

type SeqRow = { seq: number };
const seqsOf = (rows: SeqRow[]) => rows.map((row) => row.seq);

function byRecord(sql: Sql, text: string, limit: number): number[] {
  const key = recordKey(text);
  return seqsOf(
    sql.all<SeqRow>(
      'SELECT seq FROM patient WHERE record_key >= ? AND record_key < ? ORDER BY record_key LIMIT ?',
      key,
      `${key}${LAST}`,
      limit,
    ),
  );
}

function byPhoneEnd(sql: Sql, text: string, limit: number): number[] {
  const end = reversedPhoneEnd(text);
  if (end === null) return [];
  return seqsOf(
    sql.all<SeqRow>(
      'SELECT seq FROM patient WHERE phone_reversed >= ? AND phone_reversed < ? ORDER BY seq DESC LIMIT ?',
      end,
      `${end}:`,
      limit,
    ),
  );
}

/** How a typed word is looked for, from the strictest to the loosest; each level includes those before it. */
const LEVELS = ['exact', 'begins', 'sound', 'soundBegins', 'slip', 'soundSlip'] as const;
type Level = (typeof LEVELS)[number];

const quoted = (word: string) => `"${word}"`;

function termsOf(word: string, meant: Meant, level: Level): string {
  const upTo = LEVELS.indexOf(level);
  const terms = new Set([quoted(word)]);
  if (upTo >= 1) terms.add(`${quoted(word)}*`);
  for (const [at, more] of [meant.sound, meant.soundBegins, meant.slip, meant.soundSlip].entries())
    if (upTo >= at + 2) for (const each of more) terms.add(quoted(each));
  return `(${[...terms].join(' OR ')})`;
}

/** The passes over the names, in the order in which their results stand. `relative`: her own words and her relative's together. */
const PASSES: readonly { level: Level; relative: boolean; foundBy: FoundBy }[] = [
  { level: 'exact', relative: false, foundBy: 'name' },
  { level: 'begins', relative: false, foundBy: 'name' },
  { level: 'exact', relative: true, foundBy: 'relative' },
  { level: 'sound', relative: false, foundBy: 'sound' },
  { level: 'begins', relative: true, foundBy: 'relative' },
  { level: 'soundBegins', relative: false, foundBy: 'sound' },
  { level: 'sound', relative: true, foundBy: 'relative' },
  { level: 'slip', relative: false, foundBy: 'spelling' },
  { level: 'soundSlip', relative: false, foundBy: 'spelling' },
  { level: 'soundSlip', relative: true, foundBy: 'relative' },
];

/** Adds patients whose name or relative's name fits every typed word, the best fit first, then the newest. */
function addByName(sql: Sql, text: string, limit: number, found: Map<number, FoundBy>): void {
  const words = [...new Set(nameWords(text))].slice(0, MOST_TYPED).map((word) => ({ word, meant: meantBy(sql, word) }));
  if (words.length === 0) return;
  const asked = new Set<string>();
  for (const { level, relative, foundBy } of PASSES) {
    if (found.size >= limit) return;
    const terms = words.map(({ word, meant }) => termsOf(word, meant, level)).join(' AND ');
    const query = relative ? terms : `name_key : (${terms})`;
    if (asked.has(query)) continue;
    asked.add(query);
    const rows = sql.all<SeqRow>(
      'SELECT rowid AS seq FROM patient_search WHERE patient_search MATCH ? ORDER BY rowid DESC LIMIT ?',
      query,
      limit + found.size,
    );
    for (const { seq } of rows) if (!found.has(seq) && found.size < limit) found.set(seq, foundBy);
  }
}

/** Patients by their `seq` and why each was found, the best fit first. */
export function searchPatients(sql: Sql, text: string, limit: number): Map<number, FoundBy> {
  const found = new Map<number, FoundBy>();
  if (text.trim() === '') return found;
  const add = (seqs: number[], foundBy: FoundBy) => {
    for (const seq of seqs) if (!found.has(seq) && found.size < limit) found.set(seq, foundBy);
  };
  add(byRecord(sql, text, limit), 'record');
  add(byPhoneEnd(sql, text, limit), 'phone');
  addByName(sql, text, limit, found);
  return found;
}

/** Patients with names of these sounds, and with a mistake in them where `slips`: newest first. For a second, closer look. */
export function soundAlike(sql: Sql, name: string, options: { slips: boolean; limit: number }): number[] {
  const words = [...new Set(nameWords(name))].slice(0, MOST_TYPED);
  if (words.length === 0) return [];
  const terms = words.map((word) => {
    const meant = meantBy(sql, word);
    return termsOf(word, { ...meant, soundBegins: [] }, options.slips ? 'soundSlip' : 'sound').replace(`${quoted(word)}*`, quoted(word));
  });
  return seqsOf(
    sql.all<SeqRow>(
      'SELECT rowid AS seq FROM patient_search WHERE patient_search MATCH ? ORDER BY rowid DESC LIMIT ?',
      `name_key : (${terms.join(' AND ')})`,
      options.limit,
    ),
  );
}
