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
const STOPPED = 5;

/**
 * Why a printer stands still, from its state and the reasons that it gives; null: it doesn't. A warning or a report is no
 * reason, except of a printer that can't be reached: CUPS only reports that.
 */
export function stuckBecause({
  state,
  reasons,
  accepting,
}: {
  state: number;
  reasons: readonly string[];
  accepting: boolean;
}): PrintReason | null {
  const told = reasons
    .filter((reason) => reason !== 'none')
    .map((reason) => {
      const [, word = reason, how = 'error'] = /^(.*?)(?:-(error|warning|report))?$/.exec(reason) ?? [];
      return { word, how };
    });
  for (const [why, words] of WORDS) {
    if (told.some(({ word, how }) => words.includes(word) && (how === 'error' || why === 'off'))) return why;
  }
  if (state === STOPPED || !accepting) return 'stopped';
  return reasons.some((reason) => reason.endsWith('-error')) ? 'other' : null;
}
