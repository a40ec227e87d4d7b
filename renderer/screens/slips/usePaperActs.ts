import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DeskPaperOrder } from '#core/contract/slips.ts';
import { useApi } from '../../client/api.ts';
import { errorCode } from '../../client/errors.ts';
import { MayBeOut } from '../../client/lostConnection.ts';
import { useRequest } from '../../client/useRequest.ts';
import { forgetPrinted, pdfBlob, printPdf, saveFile } from '../../consult/paper/files.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';

/** The ways on which a small paper leaves the program. Each press makes and sends it once; `told` is what came of the last. */
export function usePaperActs(patientId: string) {
  const t = useText();
  const { client } = useApi();
  const [told, setTold] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: (work: () => Promise<string>) => work(),
    onMutate: () => setTold(null),
    onSuccess: (words) => {
      setTold(words);
      announce(words);
    },
  });
  const request = useRequest();
  // Two presses before the window is drawn again are one.
  const busy = useRef(false);
  const doing = (work: () => Promise<string>) => {
    if (busy.current) return;
    busy.current = true;
    act.mutate(() =>
      work().finally(() => {
        busy.current = false;
      }),
    );
  };
  return {
    pending: act.isPending,
    error: act.error,
    told,
    /** What was told is not about the paper any more that is chosen now. */
    forget: () => {
      setTold(null);
      act.reset();
    },
    print: (paper: DeskPaperOrder, printer: { id: string; name: string }) =>
      doing(async () => {
        const wanted = { patientId, paper, printer: printer.id };
        await request(wanted, (requestId) => client.slips.print({ ...wanted, requestId })).catch((error: unknown) => {
          throw errorCode(error) === undefined ? new MayBeOut() : error;
        });
        return t('slips.sent', { printer: printer.name });
      }),
    printHere: (paper: DeskPaperOrder) =>
      doing(async () => {
        await printPdf((await client.slips.pdf({ patientId, paper, purpose: 'print' })).base64);
        // The page leaves the window when the person comes back from the dialog.
        window.addEventListener('focus', forgetPrinted, { once: true });
        return t('slips.dialog');
      }),
    save: (paper: DeskPaperOrder) =>
      doing(async () => {
        const { base64, fileName } = await client.slips.pdf({ patientId, paper, purpose: 'save' });
        saveFile(fileName, pdfBlob(base64));
        return t('slips.saved', { name: fileName });
      }),
  };
}
export type PaperActs = ReturnType<typeof usePaperActs>;
