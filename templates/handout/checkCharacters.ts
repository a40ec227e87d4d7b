import { HandoutFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { runsOf } from './runs.ts';
import type { Family } from './scripts.ts';

const LINE_BREAK = 0x0a;

/**
 * Opens the fonts that the texts of a model need, and refuses a character that none of them holds: the engine would print
 * a wrong letter or a box in its place.
 * @param model plain data; every string in it counts
 * @throws HandoutFault naming the character by its code only
 */
export async function checkCharacters(model: unknown, family: Family, fonts: Fonts): Promise<void> {
  const runs = [...textsOf(model)].flatMap((text) => runsOf(text, family));
  await fonts.open(new Set(runs.map((run) => run.family)));
  for (const run of runs) {
    for (const character of run.text) {
      const codePoint = character.codePointAt(0);
      if (codePoint === undefined || codePoint === LINE_BREAK || fonts.has(codePoint, run.family)) continue;
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new HandoutFault(
        `The handout holds a character that can’t be printed (${code}). Write that text again in English letters, or in those of an Indian language.`,
      );
    }
  }
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsOf(part);
}
