/** May is a verb too, so it counts with a capital letter only. */
const MONTH =
  '(?:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?)';
const HINDI_MONTH = '(?:जनवरी|फ़?रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितं?म?बर|अक्टूबर|नवं?म?बर|दिसं?म?बर)';

const DATES: readonly RegExp[] = [
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)/,
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?: of)?[\\s.,-]*${MONTH}(?![a-z])`),
  new RegExp(`(?<![A-Za-z])${MONTH}\\.?[\\s-]+\\d{1,2}(?!\\d)`),
  new RegExp(`(?<!\\d)[\\d०-९]{1,2}\\s*${HINDI_MONTH}`),
];

/** true when a text names a day of the calendar, such as 05-Dec-2026, 5/12/26 or "5th of December". */
export function holdsDate(text: string): boolean {
  return DATES.some((date) => date.test(text));
}
