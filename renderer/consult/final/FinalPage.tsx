import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, Download, FileDown, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { AmendButton } from '../../amend/AmendButton.tsx';
import { TransferButton } from '../../amend/TransferButton.tsx';
import { useApi } from '../../client/api.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { OtherLanguage } from '../../screens/papers/OtherLanguage.tsx';
import { SendCopy } from '../../screens/papers/SendCopy.tsx';
import { SentCopies } from '../../screens/papers/SentCopies.tsx';
import { PaperOuts } from '../../screens/patient/PaperOuts.tsx';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useExportVisit } from '../frame/useExportVisit.ts';
import { ClinicCopyButton } from '../paper/ClinicCopyButton.tsx';
import { PaperPanel } from '../paper/PaperPanel.tsx';
import css from './final.module.css';
import { useStoredFile } from './useStoredFile.ts';
import { Versions } from './Versions.tsx';

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
          {version.sameAs === null ? null : <p>{t('papers.sameAs', { version: version.sameAs })}</p>}
          <PaperOuts patientId={consultation.patient.id} versionId={version.id} />
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
              <SendCopy patient={consultation.patient} versionId={version.id} command />
              <OtherLanguage all={all} version={version} onMade={({ id }) => onShow(id)} command />
              <TransferButton
                consultationId={consultation.id}
                version={version.sameAs ?? version.version}
                onMade={() => onShow(null)}
                command
              />
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
        <SentCopies version={version} />
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
