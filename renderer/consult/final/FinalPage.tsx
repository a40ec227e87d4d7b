import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, Download, FileDown, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useExportVisit } from '../frame/useExportVisit.ts';
import { pdfBlob, printPdf, saveFile } from '../paper/files.ts';
import { PaperPanel } from '../paper/PaperPanel.tsx';
import css from './final.module.css';

/** Prints or saves a stored version; the bytes are asked for each time, so that the record says what they were for. */
function useStoredFile(version: HandoutVersion) {
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

function Version({ version }: { version: HandoutVersion }) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today, consultation } = useConsult();
  const heading = useScreenTitle(t('final.title'));
  const stored = useQuery({
    ...orpc.handouts.pdf.queryOptions({ input: { id: version.id, purpose: 'view' } }),
    staleTime: Infinity,
  });
  const file = useStoredFile(version);
  const exportVisit = useExportVisit();
  const base64 = stored.data?.base64;
  const paper = useMemo(() => (base64 ? { base64 } : null), [base64]);
  return (
    <div className={css.page}>
      <main className={css.side}>
        <div className={css.lines}>
          <h1 ref={heading} tabIndex={-1}>
            {t('final.title')}
          </h1>
          <p>
            <Status kind="ok" large>
              {t('final.stored')}
            </Status>
          </p>
          <p>
            <b>{t('final.for', { name: consultation.patient.name })}</b>
          </p>
          <p>
            <span className="nb">{version.code}</span>, {t('final.version', { version: version.version })},{' '}
            {t('final.pages', { count: version.pages })}
          </p>
          <p>{t('final.madeBy', { name: version.madeBy, when: momentText(version.madeAt, timeZone, today) })}</p>
        </div>
        {stored.error ? <Failure error={stored.error} onRetry={() => void stored.refetch()} /> : null}
        <div className={css.actions}>
          <Button kind="main" onPress={file.print} pending={file.busy === 'print'}>
            <Printer />
            {t('final.print')}
          </Button>
          <Button onPress={file.save} pending={file.busy === 'save'}>
            <Download />
            {t('final.save')}
          </Button>
          <Button onPress={exportVisit}>
            <FileDown />
            {t('final.export')}
          </Button>
          <Link to="/" className={buttonClass({ kind: 'quiet' })}>
            <ChevronLeft />
            {t('final.patients')}
          </Link>
        </div>
      </main>
      <PaperPanel file={paper} draft={false} />
    </div>
  );
}

/** The newest stored version of a consultation's handout. */
export function FinalPage() {
  const t = useText();
  const { orpc } = useApi();
  const { consultation } = useConsult();
  const versions = useQuery(orpc.handouts.ofConsultation.queryOptions({ input: { consultationId: consultation.id } }));
  const newest = versions.data?.reduce<HandoutVersion | undefined>(
    (last, each) => (last && last.version > each.version ? last : each),
    undefined,
  );
  if (newest) return <Version version={newest} />;
  return (
    <main className={css.side}>
      {versions.isPending ? <Waiting /> : null}
      {versions.error ? <Failure error={versions.error} onRetry={() => void versions.refetch()} /> : null}
      {versions.data ? (
        <>
          <p>{t('final.noVersion')}</p>
          <Link to="/consult/$consultationId/check" params={{ consultationId: consultation.id }} className={buttonClass({ kind: 'main' })}>
            {t('final.toCheck')}
          </Link>
        </>
      ) : null}
    </main>
  );
}
