/** A word of its own: no letter, mark or digit on either side. Devanagari has no `\b`. */
const alone = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

const REFUSED: readonly RegExp[] = [
  // Karyotypes, with or without a separator: 46,XX · 46 XY · 47,XXY · 45,X · 45X0. "45 x 30 mm" is a size.
  /(?<!\p{N})4[4-9]\s*[,;.:/-]?\s*X(?:[XY]{1,3}|[O0])(?!\p{L})/iu,
  /(?<!\p{N})4[4-9]\s*[,;]\s*[XY](?!\p{L})/iu,
  alone('X\\s?[-/,.]?\\s?[XY](?:\\s?[XY])?'),
  alone('[XY][\\s-]?chromosomes?'),
  // "Male factor" and "female factor" name a cause of infertility, not an embryo.
  alone('(?:fe)?males?(?!\\s*-?\\s*factor)'),
  alone('(?:baby\\s?)?(?:boys?|girls?)|sons?|daughters?|ladk[aei]|lark[aei]|beti'),
  /(?<![\p{L}\p{M}])लड\u093c?क(?:ा|े|ी|ि|ो)/u,
  alone('बेटा|बेटी|बेटे|पुत्र|पुत्री|बालक|बालिका|नर|मादा'),
];

/**
 * The word or karyotype in a text that could tell the sex of an embryo or foetus, as typed; undefined when there is none.
 * Telling it is an offence (fact J6, PCPNDT Act), so no answer that may be printed holds one.
 */
export function sexWord(text: string): string | undefined {
  const normal = text.normalize('NFKC');
  for (const pattern of REFUSED) {
    const found = pattern.exec(normal);
    if (found) return found[0].trim();
  }
  return undefined;
}

/** What is said at a field that holds such a word. */
export function sexWordMessage(word: string): string {
  return `“${word}” can’t be printed: it may tell the sex of an embryo, and telling it is an offence (PCPNDT Act). Write it without this word.`;
}
