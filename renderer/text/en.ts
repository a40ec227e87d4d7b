import { consult } from './en/consult.ts';
import { frame } from './en/frame.ts';
import { parts } from './en/parts.ts';

/** Every message of the interface in English, by id, in ICU MessageFormat. */
export const en = { ...parts, ...frame, ...consult } as const;
