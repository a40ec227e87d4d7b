import { pdfBytes } from './pdf.ts';

/** Lets the person save a file under the given name. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn; a minute is long enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The file of a PDF that crossed the contract. */
export function pdfBlob(base64: string): Blob {
  return new Blob([pdfBytes(base64)], { type: 'application/pdf' });
}

const FRAME_ID = 'consultleaf-print';

/** Takes away the paper that was last printed: the system's dialog keeps its own copy. */
export function forgetPrinted(): void {
  const frame = document.getElementById(FRAME_ID);
  if (!(frame instanceof HTMLIFrameElement)) return;
  URL.revokeObjectURL(frame.src);
  frame.remove();
}

/** Opens the system's print dialog on a PDF. Rejects when the window can't show PDFs. */
export async function printPdf(base64: string): Promise<void> {
  forgetPrinted();
  const url = URL.createObjectURL(pdfBlob(base64));
  const frame = document.createElement('iframe');
  frame.id = FRAME_ID;
  frame.title = '';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inset-inline-end:0;inset-block-end:0;width:1px;height:1px;border:0;opacity:0';
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.addEventListener('error', () => reject(new Error('The PDF could not be shown for printing.')), { once: true });
  });
  frame.src = url;
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
}
