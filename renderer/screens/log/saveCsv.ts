import { saveFile } from '../../consult/paper/files.ts';

/** Lets the person save a CSV that crossed the contract as base64. */
export function saveCsv(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  saveFile(name, new Blob([bytes], { type: 'text/csv;charset=utf-8' }));
}
