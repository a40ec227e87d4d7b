import { useMutation } from '@tanstack/react-query';
import { Copy, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { forgetPrinted, pdfBlob, printPdf, saveFile } from '../../consult/paper/files.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import form from '../Form.module.css';

type Way = 'print' | 'save' | 'copy';

/** The ways to keep the key: its page printed or saved, or the key copied. */
export function KeyOnPaper({ recoveryKey }: { recoveryKey: string }) {
  const t = useText();
  const { client } = useApi();
  const [doing, setDoing] = useState<Way | null>(null);
  const keep = useMutation({
    mutationFn: async (way: Way) => {
      if (way === 'copy') {
        await navigator.clipboard.writeText(recoveryKey);
        return t('recovery.copied');
      }
      const { base64, fileName } = await client.users.recoveryKeyPdf({ recoveryKey });
      if (way === 'save') {
        saveFile(fileName, pdfBlob(base64));
        return t('recovery.saved', { name: fileName });
      }
      await printPdf(base64);
      // The page leaves the window when the person comes back from the dialog.
      window.addEventListener('focus', forgetPrinted, { once: true });
      return t('recovery.printing');
    },
    onSuccess: announce,
  });
  const go = (way: Way) => () => {
    if (keep.isPending) return;
    setDoing(way);
    keep.mutate(way);
  };
  const pending = (way: Way) => keep.isPending && doing === way;
  return (
    <>
      <div className={form.actions}>
        <Button kind="main" onPress={go('print')} pending={pending('print')}>
          <Printer />
          {t('recovery.print')}
        </Button>
        <Button tall onPress={go('save')} pending={pending('save')}>
          <Download />
          {t('recovery.save')}
        </Button>
        <Button kind="quiet" onPress={go('copy')} pending={pending('copy')}>
          <Copy />
          {t('recovery.copy')}
        </Button>
      </div>
      {keep.isSuccess ? (
        <p className={form.problem}>
          <Status kind="ok" large>
            {keep.data}
          </Status>
        </p>
      ) : null}
      {keep.error ? (
        <div className={form.problem}>
          {doing === 'copy' ? <Status kind="warn">{t('recovery.notCopied')}</Status> : <Failure error={keep.error} />}
        </div>
      ) : null}
    </>
  );
}
