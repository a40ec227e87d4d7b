import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Opens a PDF from its bytes, does the work, and closes it. The engine's worker is loaded with it, so that nothing is
 * looked for at run time.
 * @throws Error when the bytes are no PDF
 */
export async function withPdf<T>(bytes: Uint8Array, work: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    fontExtraProperties: true,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}
