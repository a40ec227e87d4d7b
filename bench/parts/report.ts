import { quantile, sorted, type Times } from './measure.ts';

/** One row of a benchmark. Times are milliseconds. */
export interface Row {
  /** What was done. */
  what: string;
  times: Times;
  /** The bar that its 95th percentile is held against: shown, never a failure, for machines differ. */
  bar: number;
  /** The same work at its barest, measured in the same run: what fails is a multiple of it. */
  peer: { what: string; times: Times };
  /** Each time over the peer's of the same round, where both were taken in turn: their median is then the ratio. */
  ratios?: readonly number[];
  /** How many times the peer's median the median may take. */
  atMost: number;
}

const HEAD = ['measure', 'median', 'p95', 'bar', '', 'peer', 'median', 'times it', 'at most', ''];
const ms = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const ratioOf = ({ times, peer, ratios }: Row) =>
  ratios ? quantile(sorted(ratios), 0.5) : quantile(times, 0.5) / quantile(peer.times, 0.5);

function cellsOf(row: Row): string[] {
  const p95 = quantile(row.times, 0.95);
  const ratio = ratioOf(row);
  return [
    row.what,
    ms(quantile(row.times, 0.5)),
    ms(p95),
    String(row.bar),
    p95 <= row.bar ? 'within' : 'OVER',
    row.peer.what,
    ms(quantile(row.peer.times, 0.5)),
    ratio.toFixed(ratio < 1 ? 2 : ratio < 10 ? 1 : 0),
    String(Number(row.atMost.toFixed(2))),
    ratio <= row.atMost ? 'ok' : 'FAILED',
  ];
}

/** Prints the rows as a table, times in milliseconds unless another unit is named; gives whether every ratio is within its limit. */
export function report(title: string, rows: readonly Row[], unit = 'ms'): boolean {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === 4 || column === 5 || column === 9;
  const lineOf = (cells: string[]) =>
    cells
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  console.log(`\n${title}, in ${unit}\n`);
  for (const cells of lines) console.log(lineOf(cells));
  const failed = rows.filter((row) => ratioOf(row) > row.atMost);
  console.log(
    failed.length === 0
      ? '\nEvery ratio is within its limit.'
      : `\nFAILED: ${failed.map(({ what, atMost, peer }) => `${what} takes more than ${atMost} times ${peer.what}`).join('; ')}.`,
  );
  return failed.length === 0;
}
