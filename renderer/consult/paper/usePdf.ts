import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { useText } from '../../text/useText.ts';
import { type Box, changedBox, type PageWords, pageWords } from './changes.ts';
import { openPdf } from './pdf.ts';

/** A PDF as it crossed the contract. A new object is a new file. */
export interface PaperFile {
  base64: string;
}

export interface OpenPaper {
  document: PDFDocumentProxy;
  words: PageWords[];
  /** Where this file differs from the one before, page by page; null where it doesn't. */
  changed: (Box | null)[];
}

async function read(file: PaperFile, before: OpenPaper | null): Promise<OpenPaper> {
  const document = await openPdf(file.base64);
  const words = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => pageWords(await document.getPage(index + 1))),
  );
  const known = before ? new Set(before.words.flatMap(({ items }) => items.map(({ text }) => text))) : null;
  return { document, words, changed: words.map((page) => (known ? changedBox(page, known) : null)) };
}

/** Opens a PDF and tells what changed since the last one. The last one stays open until the new one is read. */
export function usePdf(file: PaperFile | null): { paper: OpenPaper | null; fault: string | null } {
  const t = useText();
  const [paper, setPaper] = useState<OpenPaper | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let dropped = false;
    setPaper((before) => {
      void read(file, before).then(
        (opened) => {
          if (dropped) return void opened.document.loadingTask.destroy();
          setFault(null);
          setPaper(opened);
          if (before) void before.document.loadingTask.destroy();
        },
        () => {
          if (!dropped) setFault(t('paper.failed'));
        },
      );
      return before;
    });
    return () => {
      dropped = true;
    };
  }, [file, t]);
  return { paper, fault };
}
