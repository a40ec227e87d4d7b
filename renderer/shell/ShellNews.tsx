import { useLastPlace } from './useLastPlace.ts';
import { useQueueCount } from './useQueueCount.ts';

/** Tells the shell of whoever is signed in what it keeps and shows outside of the pages. Shows nothing itself. */
export function ShellNews() {
  useLastPlace();
  useQueueCount();
  return null;
}
