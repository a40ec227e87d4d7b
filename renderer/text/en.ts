import { amend } from './en/amend.ts';
import { consult } from './en/consult.ts';
import { frame } from './en/frame.ts';
import { parts } from './en/parts.ts';
import { settings } from './en/settings.ts';

/** Every message of the interface in English, by id, in ICU MessageFormat. */
export const en = { ...parts, ...frame, ...settings, ...consult, ...amend } as const;
