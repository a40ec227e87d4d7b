import { inflateSync } from 'node:zlib';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
export type TextItem = Content['items'][number];

/** The bytes of an object's stream, inflated; undefined when there is none. */
function streamOf(bytes: Buffer, file: string, object: number): string | undefined {
  const start = file.search(new RegExp(`(?<=[\\r\\n]|^)${object} 0 obj\\b`));
  const opens = file.indexOf('stream', start);
  const length = /\/Length (\d+)(?! \d+ R)/.exec(file.slice(start, opens))?.[1];
  if (start < 0 || opens < 0 || length === undefined) return undefined;
  const from = opens + (file.startsWith('\r\n', opens + 6) ? 8 : 7);
  const content = bytes.subarray(from, from + Number(length));
  return (file.slice(start, opens).includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1');
}

const fromHex = (hex: string) =>
  (hex.match(/.{4}/g) ?? [])
    .slice(1)
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');

/**
 * For each page the texts that its words carry (ActualText), in the order in which they are drawn. The reader of PDFs
 * gives glyphs only, from which no Hindi word can be told. Empty for a file that another program has written anew.
 */
export function actualTextsOf(source: Uint8Array): (string | undefined)[][] {
  const bytes = Buffer.from(source);
  const file = bytes.toString('latin1');
  const kids = /\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, page]) => {
    const at = file.search(new RegExp(`(?<=[\\r\\n])${page} 0 obj\\b`));
    const contents = /\/Contents (\d+) 0 R/.exec(file.slice(at, file.indexOf('endobj', at)))?.[1];
    const stream = contents === undefined ? undefined : streamOf(bytes, file, Number(contents));
    return [...(stream ?? '').matchAll(/\/Span <<(.*?)>> BDC/gs)].map(([, about]) => {
      const hex = /\/ActualText <([0-9A-Fa-f]*)/.exec(about ?? '')?.[1];
      return hex === undefined ? undefined : fromHex(hex);
    });
  });
}

/** The page's items with each word as it says itself, in one piece with the place of all its glyphs. */
export function withActualText(items: readonly TextItem[], words: readonly (string | undefined)[]): TextItem[] {
  const given: TextItem[] = [];
  const open: { word?: string; first?: Extract<TextItem, { str: string }> }[] = [];
  let next = 0;
  for (const item of items) {
    const span = open.at(-1);
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else {
        const word = 'tag' in item && item.tag === 'Span' ? words[next++] : undefined;
        open.push(word === undefined ? {} : { word });
      }
      given.push(item);
    } else if (span?.word === undefined || item.str.trim() === '') given.push(item);
    else if (!span.first) {
      span.first = { ...item, str: span.word };
      given.push(span.first);
    } else {
      const { first } = span;
      first.width = Math.max(first.width, item.transform[4] + item.width - first.transform[4]);
      if (item.hasEOL) given.push({ ...item, str: '' });
    }
  }
  return given;
}
