import * as z from 'zod';

/** Languages a pack, a handout and the interface may have. */
export const languageSchema = z.enum(['en', 'hi']).describe('Language: en (English) or hi (Hindi)');
export type Language = z.infer<typeof languageSchema>;

/** What a paper may be printed in: one language, or both side by side. */
export const paperLanguageSchema = z
  .enum(['en', 'hi', 'both'])
  .describe('Language of the paper: en (English), hi (Hindi), or both (Hindi, with the English beside it where she acts on it)');
export type PaperLanguage = z.infer<typeof paperLanguageSchema>;

/** The languages on a paper. The first is that of everything that stands there once; the second stands beside it. */
export function languagesOn(paper: PaperLanguage): readonly [Language, ...Language[]] {
  return paper === 'both' ? ['hi', 'en'] : [paper];
}

/** A date without a zone, `YYYY-MM-DD`. */
export const civilDateSchema = z.iso.date().describe('A calendar date, YYYY-MM-DD, without a time zone');
export type CivilDate = string;

/** A time of day on the wall clock, `HH:MM`, 24 hours. */
export const clockTimeSchema = z.iso.time({ precision: -1 }).describe('A time of day, HH:MM, 24 hours');
export type ClockTime = string;

/** An instant in UTC, ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime().describe('An instant in UTC, ISO 8601');
export type Instant = string;

const CONTROL = /(?![\t\n])\p{Cc}/u;
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE = /\u200b|\u2060|\ufeff|\u00ad/;
/** Scripts of names in India besides Latin; the paper has a face for each. */
const INDIAN = ['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Arabic']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** Joiners shape the letters of these scripts; beside anything else they are invisible noise. */
const STRAY_JOINER = new RegExp(`(?<![${INDIAN}])[\\u200c\\u200d]`, 'u');
const PICTURE = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u20e3\ufe0f]/u;
const WRITABLE = new RegExp(`^[\\p{Script=Latin}${INDIAN}\\p{Script=Common}\\p{Script=Inherited}\\n]*$`, 'u');

/**
 * What stops a text from being printed as it was typed, as a message for the field; undefined when it prints.
 */
export function whyNotPrintable(text: string): string | undefined {
  if (CONTROL.test(text)) return 'This text holds a control character. Type it again instead of pasting it.';
  if (DIRECTION.test(text) || INVISIBLE.test(text) || STRAY_JOINER.test(text))
    return 'This text holds an invisible character. Type it again instead of pasting it.';
  if (text.includes('*')) return 'An asterisk (*) can’t be printed: it makes type bold. Leave it out.';
  if (PICTURE.test(text)) return 'Emoji can’t be printed. Use words instead.';
  if (!WRITABLE.test(text)) return 'These letters can’t be printed. Use English letters, or those of an Indian language.';
  return undefined;
}

/** A text that may reach the paper: trimmed, at most `max` characters, every character printable. */
export function printableText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters, so that it fits on the paper.`)
    .superRefine((text, ctx) => {
      const message = whyNotPrintable(text);
      if (message) ctx.addIssue({ code: 'custom', message });
    });
}

/** The same, and not empty. */
export function requiredText(max: number) {
  return printableText(max).refine((text) => text.length > 0, 'Fill this in.');
}
