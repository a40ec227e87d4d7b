import { execFileSync } from 'node:child_process';

/** The text of a PDF as a viewer copies it, letters of every script whole; every white space a single space. */
export function pdfText(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 });
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
