import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { HandoutFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { runsOf } from './runs.ts';
import type { Family } from './theme.ts';

const LINE_BREAK = 0x0a;

/**
 * Refuses a model with a character that no font holds: the engine would print a wrong letter or a box in its place.
 * @throws HandoutFault naming the character by its code only
 */
export function checkCharacters(model: HandoutModel, family: Family, fonts: Fonts): void {
  for (const text of textsOf(model)) {
    for (const run of runsOf(text, family)) {
      for (const character of run.text) {
        const codePoint = character.codePointAt(0);
        if (codePoint === undefined || codePoint === LINE_BREAK || fonts.has(codePoint, run.family)) continue;
        const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
        throw new HandoutFault(
          `The handout holds a character that can’t be printed (${code}). Write that text again in English or Hindi letters.`,
        );
      }
    }
  }
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsOf(part);
}
