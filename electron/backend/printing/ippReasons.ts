import type { PrintReason } from '#core/domain/printing.ts';

/** What printers call their troubles (RFC 8011, 5.4.12), in the order in which a person is told of them. */
const WORDS: readonly (readonly [PrintReason, readonly string[]])[] = [
  ['jam', ['media-jam']],
  ['coverOpen', ['cover-open', 'door-open', 'interlock-open', 'input-tray-missing', 'output-tray-missing']],
  ['paperOut', ['media-empty', 'media-needed']],
  ['ink', ['toner-empty', 'marker-supply-empty', 'developer-empty', 'marker-supply-missing']],
  ['off', ['offline', 'shutdown', 'timed-out']],
  ['stopped', ['paused', 'moving-to-paused', 'stopped-partly', 'stopping', 'hold-new-jobs']],
];
/** CUPS goes on trying a network printer that doesn't answer, and says so in words only: those of the language of the job. */
const UNREACHABLE = /may not exist|unavailable|unreachable|not responding|unable to (locate|connect|contact)/i;
const PRINTING = 4;
const STOPPED = 5;

/** What a printer says of itself. */
export interface Told {
  /** `printer-state`. */
  state: number;
  reasons: readonly string[];
  accepting: boolean;
  /** `printer-state-message`. */
  message: string;
}

function named({ reasons }: Told, counts: (how: string, why: PrintReason) => boolean): PrintReason | null {
  const told = reasons.map((reason) => {
    const [, word = reason, how = 'error'] = /^(.*?)(?:-(error|warning|report))?$/.exec(reason) ?? [];
    return { word, how };
  });
  return WORDS.find(([why, words]) => told.some(({ word, how }) => words.includes(word) && counts(how, why)))?.[0] ?? null;
}

/**
 * Why a printer stands still; null: it doesn't, as far as it says. A warning or a report is no reason, except of a printer
 * that can't be reached: CUPS only reports that.
 */
export function stuckBecause(told: Told): PrintReason | null {
  const why = named(told, (how, each) => how === 'error' || each === 'off' || told.state === STOPPED);
  if (why) return why;
  if (told.state === PRINTING && UNREACHABLE.test(told.message)) return 'off';
  if (told.state === STOPPED || !told.accepting) return 'stopped';
  return told.reasons.some((reason) => reason.endsWith('-error')) ? 'other' : null;
}

/**
 * What a printer warns of while it prints: a tray without paper is one when the printer waits for it, and nothing when it
 * takes another tray. Only time tells.
 */
export function warnedOf(told: Told): PrintReason | null {
  return told.state === PRINTING ? named(told, () => true) : null;
}
