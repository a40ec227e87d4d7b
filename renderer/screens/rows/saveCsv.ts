import { saveFile } from '../../consult/paper/files.ts';
import { translate } from '../../text/i18n.ts';
import { announce } from '../../ui/announce.ts';

/** A CSV as it crosses the contract. */
export interface CsvFile {
  fileName: string;
  base64: string;
  rows: number;
}

/** Lets the person save the file, and says so. */
export function saveCsv({ fileName, base64, rows }: CsvFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  saveFile(fileName, new Blob([bytes], { type: 'text/csv;charset=utf-8' }));
  announce(translate('log.saved', { rows, name: fileName }));
}
