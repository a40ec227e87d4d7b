import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the program keeps everything: `CONSULTLEAF_DATA`, or this system's usual place. Both shells share it. */
export function dataFolder(environment: NodeJS.ProcessEnv): string {
  const chosen = environment.CONSULTLEAF_DATA;
  return chosen ? resolve(chosen) : envPaths('consultleaf', { suffix: '' }).data;
}
