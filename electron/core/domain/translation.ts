/** What two languages must say alike of one text. */
interface Sayings {
  /** Numbers as they are written, in rising order; a range is its two ends. */
  numbers: string[];
  /** Units of doses and levels, and the percent sign, in rising order. */
  units: string[];
  negated: boolean;
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** Units that stand in Latin letters in every language. */
const UNIT = /(?<![A-Za-z])(?:mg|ml|mL|ng|pg|mmol|mIU|IU|kg|g|L|mm|cm|ng\/mL|mg\/kg)(?![A-Za-z])|%|₹/g;

const NOT = {
  en: /\b(?:not|no|never|nothing|nobody|none|nor|neither|without|cannot|hardly)\b|n[’']t\b/i,
  hi: /(?:^|[\s“(])(?:नहीं|न|ना|मत|बिना|कभी नहीं|नही|बग़ैर|ग़ैर)(?=$|[\s,.!?।;:”)])/,
} as const;

/** Numbers written in words, which the other language may write in digits. */
const WORDS: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  एक: '1',
  दो: '2',
  तीन: '3',
  चार: '4',
  पाँच: '5',
  पांच: '5',
  छह: '6',
  छः: '6',
  सात: '7',
  आठ: '8',
  नौ: '9',
  दस: '10',
  बारह: '12',
};

const withoutMarks = (text: string) => text.replaceAll('*', '').normalize('NFC');

function sayingsOf(text: string, language: 'en' | 'hi'): Sayings {
  const plain = withoutMarks(text);
  return {
    numbers: (plain.match(NUMBER) ?? []).sort(),
    units: (plain.match(UNIT) ?? []).sort(),
    negated: NOT[language].test(plain),
  };
}

/** Numbers in words, as digits: they may stand for digits of the other language, never for other numbers. */
function spelled(text: string): string[] {
  return (
    withoutMarks(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).flatMap((word) => WORDS[word] ?? []);
}

/** What of `numbers` has no partner among `others`, each used once. */
function unmatched(numbers: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return numbers.filter((number) => {
    const index = left.indexOf(number);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/**
 * What a translation says otherwise than its source: numbers, units and negations. Each entry is a sentence for the
 * translator; empty when both say the same. A program can't tell whether the sense is the same: that a person reads.
 */
export function translationDifferences(source: string, translated: string, language: 'hi'): string[] {
  const [from, to] = [sayingsOf(source, 'en'), sayingsOf(translated, language)];
  const found: string[] = [];
  if (/[०-९]/.test(translated)) found.push('Write digits as 0 to 9: a dose is never written in two ways.');
  const lost = unmatched(unmatched(from.numbers, to.numbers), spelled(translated));
  const added = unmatched(unmatched(to.numbers, from.numbers), spelled(source));
  if (lost.length > 0) found.push(`Say ${lost.join(', ')}: the English does.`);
  if (added.length > 0) found.push(`Leave out ${added.join(', ')}: the English doesn’t say it.`);
  if (from.units.join() !== to.units.join())
    found.push(`Name the same units as the English: ${from.units.join(', ') || 'none'}, not ${to.units.join(', ') || 'none'}.`);
  if (from.negated && !to.negated) found.push('Say that it is not so: the English has a negation, and this has none.');
  if (!from.negated && to.negated) found.push('Say it without “not”: the English has no negation.');
  return found;
}
