import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it stands: points from the left and the bottom edge of the page. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ReadPage {
  /** All text in reading order, spaces and no-break spaces as single spaces. */
  text: string;
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

/** Reads a PDF the way a viewer does: text with its place, metadata and bookmarks. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) =>
      'str' in item ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, height: item.height }] : [],
    );
    const view = page.getViewport({ scale: 1 });
    const text = content.items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .replace(/\s+/g, ' ');
    pages.push({ text, items: items.filter((item) => item.text.trim() !== ''), width: view.width, height: view.height });
  }
  const { info } = await pdf.getMetadata();
  const facts = info as { Title?: string; Language?: string; CreationDate?: string };
  const outline = (await pdf.getOutline()) ?? [];
  await task.destroy();
  return {
    pages,
    title: facts.Title ?? '',
    language: facts.Language ?? '',
    created: facts.CreationDate ?? '',
    bookmarks: outline.map((entry: { title: string }) => entry.title),
  };
}
