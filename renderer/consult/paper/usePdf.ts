import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/useText.ts';
import { type Box, changedBoxes, type PageWords, pageWords } from './changes.ts';
import { openPdf } from './pdf.ts';

/** A PDF as it crossed the contract. A new object is a new file. */
export interface PaperFile {
  base64: string;
}

export interface OpenPaper {
  document: PDFDocumentProxy;
  /** The words of each page; those of the file before until these are read. */
  words: PageWords[];
  /** Where this file differs from the one before, page by page. */
  changed: Box[][];
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

/** Reads the words of every page, and marks what isn’t on the paper before. */
async function withWords(
  document: PDFDocumentProxy,
  before: OpenPaper | null,
  drawn: Promise<void>,
): Promise<Omit<OpenPaper, 'read' | 'onDrawn'>> {
  // One thread does both, and the page comes first.
  await drawn;
  const words = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => pageWords(await document.getPage(index + 1))),
  );
  const known = before ? new Set(before.words.flatMap(({ items }) => items.map(({ text }) => text))) : null;
  return { document, words, changed: words.map((page) => (known ? changedBoxes(page, known) : [])) };
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
    async function read(base64: string) {
      const before = latest.current;
      const document = await openPdf(base64);
      if (dropped) return void document.loadingTask.destroy();
      setFault(null);
      const { drawn, onDrawn } = firstDrawn();
      const reading = withWords(document, before, drawn);
      const read = reading.catch(() => undefined);
      setPaper({ document, words: before?.words ?? [], changed: [], read, onDrawn });
      const whole = { ...(await reading), read, onDrawn };
      if (dropped) return;
      latest.current = whole;
      setPaper(whole);
    }
    read(file.base64).catch(() => {
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
