import { useState } from 'react';
import { VISIT_FILE } from '#core/contract/shellBridge.ts';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { saveFile } from '../paper/files.ts';

/** Saves the visit as a file that the command line reads too. Its name is the record code, never the patient's. */
export function useExportVisit(): () => void {
  const t = useText();
  const { client } = useApi();
  const { consultation, keeper, showFault } = useConsult();
  const [busy, setBusy] = useState(false);
  async function run() {
    setBusy(true);
    showFault(null);
    try {
      await keeper.whenSaved();
      const visit = await client.consultations.exportVisit({ consultationId: consultation.id });
      const name = `${consultation.code}${VISIT_FILE}`;
      saveFile(name, new Blob([`${JSON.stringify(visit, null, 2)}\n`], { type: 'application/json' }));
      announce(t('consult.exported', { name }));
    } catch (fault) {
      showFault(describeError(fault));
    } finally {
      setBusy(false);
    }
  }
  return () => {
    if (!busy) void run();
  };
}
