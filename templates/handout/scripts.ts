/** The faces of the paper. Latin letters, digits and punctuation are set in the first. */
export const LATIN_FAMILY = 'Noto Sans';
export const DEVANAGARI_FAMILY = 'Mukta';

/** Scripts with a face of their own: names are shown in the script in which they were typed. Ranges are Unicode blocks. */
const SCRIPTS = [
  { family: DEVANAGARI_FAMILY, file: 'Mukta', letters: '\u0900-\u097f' },
  { family: 'Noto Sans Bengali', file: 'NotoSansBengali', letters: '\u0980-\u09ff' },
  { family: 'Noto Sans Gurmukhi', file: 'NotoSansGurmukhi', letters: '\u0a00-\u0a7f' },
  { family: 'Noto Sans Gujarati', file: 'NotoSansGujarati', letters: '\u0a80-\u0aff' },
  { family: 'Noto Sans Tamil', file: 'NotoSansTamil', letters: '\u0b80-\u0bff' },
  { family: 'Noto Sans Telugu', file: 'NotoSansTelugu', letters: '\u0c00-\u0c7f' },
  { family: 'Noto Sans Kannada', file: 'NotoSansKannada', letters: '\u0c80-\u0cff' },
  { family: 'Noto Sans Malayalam', file: 'NotoSansMalayalam', letters: '\u0d00-\u0d7f' },
  { family: 'Noto Sans Arabic', file: 'NotoSansArabic', letters: '\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc' },
] as const;
export type Family = typeof LATIN_FAMILY | (typeof SCRIPTS)[number]['family'];

const WEIGHTS = [
  { weight: 400, name: 'Regular' },
  { weight: 700, name: 'Bold' },
] as const;

/** A font file: its face, and its name in `fontsDir`. */
export interface FontFileOf {
  family: Family;
  weight: 400 | 700;
  file: string;
}

const FACES: readonly { family: Family; file: string }[] = [{ family: LATIN_FAMILY, file: 'NotoSans' }, ...SCRIPTS];

/** The font files that stand in `fontsDir`. */
export const FONT_FILES: readonly FontFileOf[] = FACES.flatMap(({ family, file }) =>
  WEIGHTS.map(({ weight, name }) => ({ family, weight, file: `${file}-${name}.ttf` })),
);

const FAMILY_OF = SCRIPTS.map(({ family, letters }) => ({ family, pattern: new RegExp(`[${letters}]`) }));

/**
 * Words of one script with what joins them; punctuation of the line around them stays in the line's own face. As a
 * splitting pattern it keeps what it finds.
 */
export const SCRIPT_RUN = new RegExp(
  `(${SCRIPTS.map(({ letters }) => `[${letters}](?:[${letters}\\u200c\\u200d]|\\s+(?=[${letters}]))*`).join('|')})`,
);

/** The face of a stretch of one script; `own` for Latin letters, digits and punctuation. */
export function familyOf(text: string, own: Family): Family {
  return FAMILY_OF.find(({ pattern }) => pattern.test(text))?.family ?? own;
}
