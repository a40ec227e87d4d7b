import { useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { pdfBlob, printPdf, saveFile } from '../paper/files.ts';

/** Prints or saves a stored version; the bytes are asked for each time, so that the record says what they were for. */
export function useStoredFile(version: HandoutVersion) {
  const t = useText();
  const { client } = useApi();
  const { showFault } = useConsult();
  const [busy, setBusy] = useState<'print' | 'save' | null>(null);
  async function run(purpose: 'print' | 'save') {
    setBusy(purpose);
    showFault(null);
    try {
      const { base64, fileName } = await client.handouts.pdf({ id: version.id, purpose });
      if (purpose === 'print') {
        await printPdf(base64);
        announce(t('final.printing'));
      } else {
        saveFile(fileName, pdfBlob(base64));
        announce(t('final.saved', { name: fileName }));
      }
    } catch (fault) {
      showFault(describeError(fault));
    } finally {
      setBusy(null);
    }
  }
  return { busy, print: () => void run('print'), save: () => void run('save') };
}
