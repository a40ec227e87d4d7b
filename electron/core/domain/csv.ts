/** A spreadsheet takes a cell that begins so for a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;

function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Lines as CSV for a spreadsheet: UTF-8 with its mark, every cell quoted, lines ended as RFC 4180 has it. Text that would be
 * taken for a formula gets an apostrophe before it.
 */
export function csv(lines: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}
