import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  RenderingCancelledException,
  VerbosityLevel,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** One worker for every document of this window; it ends with the window. */
let worker: PDFWorker | undefined;

/** Bytes of a PDF as they cross the contract. */
export function pdfBytes(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}

/** Opens a PDF from its bytes. Nothing is fetched: its fonts are embedded. Rejects when the bytes aren't a PDF. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  if (!worker || worker.destroyed) worker = new PDFWorker({});
  return await getDocument({
    data: pdfBytes(base64),
    worker,
    useWasm: false,
    useSystemFonts: false,
    // Glyphs are drawn from their outlines: each paper's fonts would be given to the whole window, which is laid out anew
    // when they come and again when they go.
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

/** Draws a page into a canvas, `scale` CSS pixels a point, sharp on this screen; gives how to stop it, and when it is done. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): { done: Promise<void>; stop: () => void } {
  const density = Math.min(window.devicePixelRatio || 1, 3);
  const viewport = page.getViewport({ scale: scale * density });
  // Drawn aside and shown whole: the page that was there stays until the new one is complete.
  const aside = document.createElement('canvas');
  aside.width = Math.floor(viewport.width);
  aside.height = Math.floor(viewport.height);
  // As for a printer: for the screen pdf.js would wait for a frame before each part, and nobody sees the parts.
  const task = page.render({ canvas: aside, viewport, background: '#ffffff', intent: 'print' });
  const done = task.promise.then(
    () => {
      canvas.width = aside.width;
      canvas.height = aside.height;
      canvas.getContext('2d')?.drawImage(aside, 0, 0);
    },
    (fault: unknown) => {
      if (!(fault instanceof RenderingCancelledException)) throw fault;
    },
  );
  return { done, stop: () => task.cancel() };
}
