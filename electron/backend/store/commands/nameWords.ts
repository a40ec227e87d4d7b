import { editDistance } from '#core/domain/editDistance.ts';
import { wordSound } from '#core/domain/nameSound.ts';
import { nameWords } from '#core/domain/names.ts';
import type { Sql } from '../database.ts';

/** Below this many letters a letter more or less makes another word. */
const SHORTEST_WITH_SLIP = 3;
/** A sound of fewer letters begins too many words. */
const SHORTEST_SOUND = 3;
/** Words of the vocabulary that one typed word may stand for, by each way of finding them; the most used first. */
const MOST_WORDS = 60;

/** A word, and the word with each one letter left out. */
function withSlips(word: string): string[] {
  const letters = [...word];
  return [
    word,
    ...letters.map((_, at) =>
      letters
        .slice(0, at)
        .concat(letters.slice(at + 1))
        .join(''),
    ),
  ];
}

function slipsOf(word: string, sound: string): string[] {
  const own = [...word].length >= SHORTEST_WITH_SLIP ? withSlips(word) : [];
  const heard = sound.length >= SHORTEST_WITH_SLIP ? withSlips(sound) : [];
  return [...new Set([...own, ...heard])];
}

function addWord(sql: Sql, word: string): number {
  const sound = wordSound(word);
  const id = Number(sql.run('INSERT INTO name_word (word, sound) VALUES (?, ?)', word, sound).lastInsertRowid);
  sql.run('INSERT INTO name_slip (slip, word_id) SELECT value, ? FROM json_each(?)', id, JSON.stringify(slipsOf(word, sound)));
  return id;
}

/**
 * Ids of the distinct words of these texts; new words are added to the vocabulary. Whoever takes them writes them to a
 * patient's `word_ids` in the same transaction: triggers count how often a word is used, and let go of those that nobody has.
 */
export function wordIds(sql: Sql, ...texts: string[]): number[] {
  return [...new Set(texts.flatMap(nameWords))].map(
    (word) => sql.get<{ id: number }>('SELECT id FROM name_word WHERE word = ?', word)?.id ?? addWord(sql, word),
  );
}

/** Words of the vocabulary that a typed word may stand for besides itself and what it begins. */
export interface Meant {
  /** Spelt otherwise, the same sound: both scripts. */
  sound: string[];
  /** Begin with the sound of what was typed. */
  soundBegins: string[];
  /** One typing mistake away. */
  slip: string[];
  /** One letter away from its sound: a mistake in another spelling, or in the other script. */
  soundSlip: string[];
}

/** What a typed word may stand for, as far as the clinic's patients have such words. */
export function meantBy(sql: Sql, word: string): Meant {
  const sound = wordSound(word);
  const known = (rows: { word: string }[]) => rows.map((row) => row.word);
  return {
    sound: known(sql.all('SELECT word FROM name_word WHERE sound = ? ORDER BY uses DESC LIMIT ?', sound, MOST_WORDS)),
    soundBegins:
      sound.length < SHORTEST_SOUND
        ? []
        : known(
            sql.all(
              'SELECT word FROM name_word WHERE sound > ? AND sound < ? ORDER BY uses DESC LIMIT ?',
              sound,
              `${sound}\u{10FFFF}`,
              MOST_WORDS,
            ),
          ),
    ...slipsAway(sql, word, sound),
  };
}

function slipsAway(sql: Sql, word: string, sound: string): Pick<Meant, 'slip' | 'soundSlip'> {
  const near = sql.all<{ word: string; sound: string }>(
    `SELECT word, sound FROM name_word WHERE id IN (SELECT word_id FROM name_slip WHERE slip IN (SELECT value FROM json_each(?)))
     ORDER BY uses DESC`,
    JSON.stringify(slipsOf(word, sound)),
  );
  const oneAway = (typed: string, known: string) =>
    Math.min([...typed].length, [...known].length) >= SHORTEST_WITH_SLIP && editDistance(typed, known) <= 1;
  const found = (fits: (other: { word: string; sound: string }) => boolean) =>
    near
      .filter(fits)
      .slice(0, MOST_WORDS)
      .map((other) => other.word);
  return {
    slip: found((other) => oneAway(word, other.word)),
    soundSlip: found((other) => oneAway(sound, other.sound)),
  };
}
