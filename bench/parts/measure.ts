/** Times in milliseconds, the shortest first. */
export type Times = readonly number[];

/** Runs `work` once for each number below `count`, one after the other, and gives how long each took. */
export async function timesOf(count: number, work: (index: number) => unknown): Promise<Times> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await work(index);
    times.push(performance.now() - started);
  }
  return sorted(times);
}

export const sorted = (times: readonly number[]): Times => times.toSorted((a, b) => a - b);

/** The time below which this part of all times lies; 0.5 is the median. */
export function quantile(times: Times, part: number): number {
  const time = times[Math.min(times.length - 1, Math.floor(part * times.length))];
  if (time === undefined) throw new RangeError('Nothing was measured.');
  return time;
}
