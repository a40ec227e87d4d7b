import * as z from 'zod';
import { languageSchema } from '../domain/text.ts';

/** Colours of the window: as the computer has them, light, dark, or with more contrast. */
export const themeSchema = z.enum(['system', 'light', 'dark', 'contrast']);
export type Theme = z.infer<typeof themeSchema>;

/** How somebody wants to see the program; a language of null is the one that the window speaks already. */
export const lookSchema = z.strictObject({ language: languageSchema.nullable(), theme: themeSchema });
export type Look = z.infer<typeof lookSchema>;

/** What is changed of it; what is left out stays. */
export const lookChangeSchema = z.strictObject({ language: languageSchema.optional(), theme: themeSchema.optional() });
export type LookChange = z.infer<typeof lookChangeSchema>;

export const USUAL_LOOK: Look = { language: null, theme: 'system' };

/** `look` with what is changed of it. */
export function changedLook(look: Look, { language, theme }: LookChange): Look {
  return { language: language ?? look.language, theme: theme ?? look.theme };
}
