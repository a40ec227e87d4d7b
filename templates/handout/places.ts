/**
 * What may be kept of an error of the program: its name, its code and the places it came through. Not its message, which
 * may hold words of the patient's paper.
 */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...places].join('\n');
}
