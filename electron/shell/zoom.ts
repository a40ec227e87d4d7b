import { LARGEST_ZOOM, LEAST_ZOOM } from './windowMemory.ts';

/** The sizes of text that a person steps through, as factors. */
const STEPS = [LEAST_ZOOM, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, LARGEST_ZOOM];

/** The next larger or smaller size than `factor`, or the usual one. */
export function nextZoom(factor: number, step: 'in' | 'out' | 'usual'): number {
  if (step === 'usual') return 1;
  const larger = step === 'in';
  const next = larger ? STEPS.find((each) => each > factor + 0.01) : STEPS.findLast((each) => each < factor - 0.01);
  return next ?? (larger ? LARGEST_ZOOM : LEAST_ZOOM);
}
