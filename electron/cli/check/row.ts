/** One line of the table: a yardstick, its bar, what was found, and what that means. */
export interface Row {
  what: string;
  bar: string;
  found: string;
  /** `reader`: a person has to judge it; nothing is claimed. `visit`: only the visit behind the paper can tell. */
  result: 'pass' | 'FAIL' | 'reader' | 'visit';
}

/** A line that the program can decide. */
export function decided(what: string, bar: string, found: string, passes: boolean): Row {
  return { what, bar, found, result: passes ? 'pass' : 'FAIL' };
}

/** What is at fault, as few as help to find it, or the words for "nothing". */
export function listed(faults: readonly string[], none: string): string {
  const shown = faults.slice(0, 3).map((fault) => (fault.length > 60 ? `${fault.slice(0, 59)}…` : fault));
  const more = faults.length - shown.length;
  return faults.length === 0 ? none : `${faults.length}: ${shown.join(' | ')}${more > 0 ? ` | and ${more} more` : ''}`;
}
