import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, Download, FileDown, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { AmendButton } from '../../amend/AmendButton.tsx';
import { TransferButton } from '../../amend/TransferButton.tsx';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useExportVisit } from '../frame/useExportVisit.ts';
import { ClinicCopyButton } from '../paper/ClinicCopyButton.tsx';
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

/** The versions of the paper, the newest first; the one that is shown can't be chosen again. */
function Versions({ all, shown, onShow }: { all: readonly HandoutVersion[]; shown: HandoutVersion; onShow: (id: string) => void }) {
  const t = useText();
  const { timeZone, today } = useConsult();
  if (all.length < 2) return null;
  return (
    <nav aria-labelledby="versions" className={css.versions}>
      <h2 id="versions">{t('versions.title')}</h2>
      <ul>
        {all.toReversed().map(({ id, version, madeAt }) => (
          <li key={id}>
            {id === shown.id ? (
              <b aria-current="true">{t('versions.version', { version, when: momentText(madeAt, timeZone, today) })}</b>
            ) : (
              <Button kind="quiet" small onPress={() => onShow(id)}>
                {t('versions.version', { version, when: momentText(madeAt, timeZone, today) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Version({
  version,
  all,
  onShow,
}: {
  version: HandoutVersion;
  all: readonly HandoutVersion[];
  onShow: (id: string | null) => void;
}) {
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
          {version.replacedBy === null ? (
            <p>
              <Status kind="ok" large>
                {t('final.stored')}
              </Status>
            </p>
          ) : (
            <Banner kind="warn">
              <p>
                <b>{t('versions.replaced', { version: version.replacedBy })}</b> {t('versions.replacedText')}
              </p>
            </Banner>
          )}
          <p>
            <b>{t('final.for', { name: consultation.patient.name })}</b>
          </p>
          <p>
            <span className="nb">{version.code}</span>, {t('final.version', { version: version.version })},{' '}
            {t('final.pages', { count: version.pages })}
          </p>
          <p>{t('final.madeBy', { name: version.madeBy, when: momentText(version.madeAt, timeZone, today) })}</p>
          {version.replaces ? (
            <>
              <p>{t('versions.replaces', { version: version.replaces.version, changed: version.replaces.changed.join(', ') })}</p>
              <p>{t('versions.reason', { reason: version.replaces.reason })}</p>
            </>
          ) : null}
        </div>
        {stored.error ? <Failure error={stored.error} onRetry={() => void stored.refetch()} /> : null}
        <div className={css.actions}>
          {version.replacedBy === null ? (
            <>
              <Button kind="main" onPress={file.print} pending={file.busy === 'print'}>
                <Printer />
                {t('final.print')}
              </Button>
              <ClinicCopyButton versionId={version.id} />
              <Button onPress={file.save} pending={file.busy === 'save'}>
                <Download />
                {t('final.save')}
              </Button>
              <TransferButton consultationId={consultation.id} version={version.version} onMade={() => onShow(null)} command />
              <AmendButton consultationId={consultation.id} command />
            </>
          ) : (
            <Button kind="main" onPress={() => onShow(null)}>
              {t('versions.toNewest', { version: all.at(-1)?.version ?? version.replacedBy })}
            </Button>
          )}
          <Button onPress={exportVisit}>
            <FileDown />
            {t('final.export')}
          </Button>
          <Link to="/" className={buttonClass({ kind: 'quiet' })}>
            <ChevronLeft />
            {t('final.patients')}
          </Link>
        </div>
        <Versions all={all} shown={version} onShow={onShow} />
      </main>
      <PaperPanel file={paper} draft={false} language={version.language} />
    </div>
  );
}

/** The stored versions of a consultation's handout: the newest, until an older one is chosen. */
export function FinalPage() {
  const t = useText();
  const { orpc } = useApi();
  const { consultation } = useConsult();
  const versions = useQuery(orpc.handouts.ofConsultation.queryOptions({ input: { consultationId: consultation.id } }));
  const [chosen, setChosen] = useState<string | null>(null);
  const all = versions.data?.toSorted((one, other) => one.version - other.version) ?? [];
  const shown = all.find(({ id }) => id === chosen) ?? all.at(-1);
  if (shown) return <Version key={shown.id} version={shown} all={all} onShow={setChosen} />;
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
