import { useMutation, useQuery } from '@tanstack/react-query';
import { PenLine, Printer } from 'lucide-react';
import { useState } from 'react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import type { Consent, ConsentState, Consents } from '#core/contract/rights.ts';
import { type PaperLanguage, paperLanguageSchema } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { printPdf } from '../../consult/paper/files.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/StatusIcon.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { howWords } from './consentWords.ts';
import css from './Rights.module.css';

const KINDS: Record<ConsentState, StatusKind> = { given: 'ok', notGiven: 'info', withdrawn: 'info' };

/** One answer: what, how, when, to which notice. */
function Answer({ row }: { row: Consent }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  return (
    <>
      <p>
        {t('sentence', { words: howWords(row, t) })}{' '}
        {t('sentence', { words: t('rights.when', { moment: momentText(row.at, timeZone, today), by: row.by }) })}
      </p>
      <p className="muted">{t('rights.version', { version: row.notice })}</p>
    </>
  );
}

function Standing({ consents: { rows, notices } }: { consents: Consents }) {
  const t = useText();
  const [newest, ...earlier] = rows;
  if (!newest) {
    return (
      <>
        <Status kind="none" large>
          {t('rights.notAsked')}
        </Status>
        <p>{t('rights.notAskedText')}</p>
      </>
    );
  }
  return (
    <>
      <Status kind={KINDS[newest.state]} large>
        {t(`rights.state.${newest.state}`)}
      </Status>
      <Answer row={newest} />
      {newest.state === 'given' ? null : <p>{t('rights.notGivenText')}</p>}
      {notices.some(({ version }) => version === newest.notice) ? null : <p>{t('rights.changed')}</p>}
      {earlier.length > 0 ? (
        <details>
          <summary>{t('rights.earlier', { count: earlier.length })}</summary>
          <ol>
            {earlier.map((row) => (
              <li key={row.id}>
                <b>{t(`rights.state.${row.state}`)}</b>
                <Answer row={row} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

/** The notice and what she said to it. Nothing here stops her care. */
export function DataProtection({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { orpc, client } = useApi();
  const patientId = patient.id;
  const [asks, setAsks] = useState(false);
  const [language, setLanguage] = useState<PaperLanguage>(useWindowLanguage());
  const consents = useQuery(orpc.rights.consents.queryOptions({ input: { patientId } }));
  const print = useMutation({
    mutationFn: async () => {
      const { base64 } = await client.rights.noticePdf({ patientId, language });
      await printPdf(base64);
      announce(t('rights.printing'));
    },
  });
  const loaded = consents.data !== undefined;
  useCommands([
    { id: 'rights.print', title: t('rights.printLong'), run: () => print.mutate() },
    loaded && { id: 'rights.record', title: t('rights.recordLong'), run: () => setAsks(true) },
  ]);
  return (
    <section aria-labelledby="data-protection">
      <h2 id="data-protection">{t('rights.title')}</h2>
      <div className={css.box}>
        {consents.isPending ? <Waiting rows={2} /> : null}
        {consents.error ? <Failure error={consents.error} onRetry={() => void consents.refetch()} /> : null}
        {consents.data ? <Standing consents={consents.data} /> : null}
        {print.error ? <Failure error={print.error} /> : null}
        <RadioGroup
          label={t('rights.language')}
          small
          choices={paperLanguageSchema.options.map((value) => ({ value, label: t(`language.${value}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <div className={css.actions}>
          <Button small onPress={() => print.mutate()} pending={print.isPending}>
            <Printer />
            {t('rights.print')}
          </Button>
          {loaded ? (
            <Button small onPress={() => setAsks(true)}>
              <PenLine />
              {t('rights.record')}
            </Button>
          ) : null}
        </div>
      </div>
      {asks && consents.data ? (
        <ConsentDialog patientId={patientId} consents={consents.data} language={language} onClose={() => setAsks(false)} />
      ) : null}
    </section>
  );
}
