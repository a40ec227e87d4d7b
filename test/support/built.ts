import { join } from 'node:path';

/** The built program; `npm test` builds it first. */
export const out = join(import.meta.dirname, '../../out');
