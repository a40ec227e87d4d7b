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
  words: PageWords[];
  /** Where this file differs from the one before, page by page. */
  changed: Box[][];
}

async function read(file: PaperFile, before: OpenPaper | null): Promise<OpenPaper> {
  const document = await openPdf(file.base64);
  const words = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => pageWords(await document.getPage(index + 1))),
  );
  const known = before ? new Set(before.words.flatMap(({ items }) => items.map(({ text }) => text))) : null;
  return { document, words, changed: words.map((page) => (known ? changedBoxes(page, known) : [])) };
}

/** Opens a PDF and tells what changed since the last one. The last one stays open until the new one is read. */
export function usePdf(file: PaperFile | null): { paper: OpenPaper | null; fault: string | null } {
  const t = useText();
  const [paper, setPaper] = useState<OpenPaper | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef<OpenPaper | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let dropped = false;
    read(file, latest.current).then(
      (opened) => {
        if (dropped) return void opened.document.loadingTask.destroy();
        latest.current = opened;
        setFault(null);
        setPaper(opened);
      },
      () => {
        if (!dropped) setFault(t('paper.failed'));
      },
    );
    return () => {
      dropped = true;
    };
  }, [file, t]);
  // Closed after its canvas has let go of it.
  useEffect(() => () => void paper?.document.loadingTask.destroy(), [paper]);
  return { paper, fault };
}
