import { useLastPlace } from './useLastPlace.ts';

/** Tells the shell of whoever is signed in what it keeps and shows outside of the pages. Shows nothing itself. */
export function ShellNews() {
  useLastPlace();
  return null;
}
