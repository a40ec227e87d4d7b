import { actualTextsOf, withActualText } from './actualText.ts';
import { withPdf } from './pdfjs.ts';

/** A piece of text where it stands: points from the left and the bottom edge of the page; `height` is its type size. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What it is in the structure, such as P or TD; empty for what is outside of it, as all is that is repeated on each page. */
  tag: string;
}

export interface ReadPage {
  /** All text in reading order, spaces and no-break spaces as single spaces. */
  text: string;
  /** The same line by line. */
  lines: string[];
  items: PlacedText[];
  width: number;
  height: number;
}

export interface ReadPdf {
  pages: ReadPage[];
  title: string;
  language: string;
  created: string;
  bookmarks: string[];
}

const collapsed = (text: string) => text.replace(/\s+/g, ' ');

/** Reads a PDF the way a viewer does: text with its place, metadata and bookmarks. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return withPdf(bytes, async (pdf) => {
    const pages: ReadPage[] = [];
    const words = actualTextsOf(bytes);
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const open: string[] = [];
      const items: PlacedText[] = [];
      let text = '';
      for (const item of withActualText(content.items, words[number - 1] ?? [])) {
        if ('str' in item) {
          text += item.str + (item.hasEOL ? '\n' : '');
          const { transform, width, height } = item;
          if (item.str.trim() !== '')
            items.push({ text: item.str, x: transform[4], y: transform[5], width, height, tag: open.findLast((tag) => tag !== '') ?? '' });
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push('id' in item && typeof item.id === 'string' && 'tag' in item ? String(item.tag) : '');
      }
      const view = page.getViewport({ scale: 1 });
      pages.push({ text: collapsed(text), lines: text.split('\n').map(collapsed), items, width: view.width, height: view.height });
    }
    const { info } = await pdf.getMetadata();
    const facts = info as { Title?: string; Language?: string; CreationDate?: string };
    const outline = (await pdf.getOutline()) ?? [];
    return {
      pages,
      title: facts.Title ?? '',
      language: facts.Language ?? '',
      created: facts.CreationDate ?? '',
      bookmarks: outline.map((entry: { title: string }) => entry.title),
    };
  });
}
