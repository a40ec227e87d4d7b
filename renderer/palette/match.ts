/** A text in parts: those that were searched for and those between them. */
export interface Part {
  text: string;
  /** Where it starts in the text. */
  at: number;
  found: boolean;
}

function fold(text: string): string {
  return text.toLocaleLowerCase('en').normalize('NFC');
}

function words(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Whether every word of `query` is in `text`. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text);
  return words(query).every((word) => folded.includes(word));
}

/** `text` cut where words of `query` are found. */
export function parts(text: string, query: string): Part[] {
  const folded = fold(text);
  const spans = words(query)
    .map((word) => ({ start: folded.indexOf(word), end: folded.indexOf(word) + word.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const result: Part[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    if (start > at) result.push({ text: text.slice(at, start), at, found: false });
    result.push({ text: text.slice(start, end), at: start, found: true });
    at = end;
  }
  if (at < text.length) result.push({ text: text.slice(at), at, found: false });
  return result;
}
