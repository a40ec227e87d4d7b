import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/useText.ts';
import { type Box, changesOf, type PageWords, pageWords, UNREAD } from './changes.ts';
import { openPdf } from './pdf.ts';

/** A PDF as it crossed the contract. A new object is a new file. */
export interface PaperFile {
  base64: string;
  /** The file holds this page alone, from 1, of a paper with so many. */
  only?: { page: number; pages: number };
  /** Files of the same draft have the same: a page of it, then the whole. */
  draft?: object;
}

export interface OpenPaper {
  file: PaperFile;
  document: PDFDocumentProxy;
  /** How many pages the paper has; the document has one where the file holds one. */
  pages: number;
  /** The words of each page; those of the file before until these are read, and for pages that the file doesn't hold. */
  words: PageWords[];
  /** Where this paper differs from the one before, page by page; empty until its words are read. */
  changed: Box[][];
  /** The words that it is compared with; null for the first paper. */
  before: PageWords[] | null;
  /** Settles when the words are read, or can't be. */
  read: Promise<unknown>;
  /** A page of it stands on the screen. */
  onDrawn: () => void;
}

/** How long the words of a paper wait for its page to be drawn, in milliseconds: it may not be on the screen at all. */
const WAIT_FOR_PAGE_MS = 500;

/** Settles once a page is drawn, or was waited for long enough. */
function firstDrawn(): { drawn: Promise<void>; onDrawn: () => void } {
  let onDrawn = () => {};
  const drawn = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WAIT_FOR_PAGE_MS);
    onDrawn = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { drawn, onDrawn };
}

/** The words of every page of a paper, those that the document lacks as they were before. */
async function wordsOf(
  { file, document, pages }: Pick<OpenPaper, 'file' | 'document' | 'pages'>,
  known: PageWords[],
): Promise<PageWords[]> {
  const read = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => pageWords(await document.getPage(index + 1))),
  );
  if (!file.only) return read;
  const { page } = file.only;
  return Array.from({ length: pages }, (_, index) => (index === page - 1 ? read[0] : known[index]) ?? UNREAD);
}

/**
 * Opens a PDF and tells what changed since the last one. The last one stays open until the new one can be drawn; its page
 * is drawn before the words of all pages are read.
 */
export function usePdf(file: PaperFile | null): { paper: OpenPaper | null; fault: string | null } {
  const t = useText();
  const [paper, setPaper] = useState<OpenPaper | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef<OpenPaper | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let dropped = false;
    async function read(from: PaperFile) {
      const last = latest.current;
      const document = await openPdf(from.base64);
      if (dropped) return void document.loadingTask.destroy();
      setFault(null);
      // More of the same draft is compared with what its first page was compared with.
      const isMore = from.draft !== undefined && from.draft === last?.file.draft;
      const before = (isMore ? last.before : last?.words) ?? null;
      const known = last?.words ?? [];
      const { drawn, onDrawn } = firstDrawn();
      const opened = { file: from, document, pages: from.only?.pages ?? document.numPages, before, onDrawn };
      // One thread does both, and the page comes first.
      const reading = drawn.then(() => wordsOf(opened, known));
      const read = reading.catch(() => undefined);
      setPaper({ ...opened, words: known, changed: [], read });
      const words = await reading;
      if (dropped) return;
      const whole = { ...opened, words, changed: changesOf({ words, before, only: from.only?.page }), read };
      latest.current = whole;
      setPaper(whole);
    }
    read(file).catch(() => {
      if (!dropped) setFault(t('paper.failed'));
    });
    return () => {
      dropped = true;
    };
  }, [file, t]);
  const { document, read } = paper ?? {};
  // Closed after its canvas has let go of it and nobody reads its words: the worker complains of what it was still at.
  useEffect(() => () => void read?.then(() => document?.loadingTask.destroy()), [document, read]);
  return { paper, fault };
}
