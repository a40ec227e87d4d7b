import { useMutation } from '@tanstack/react-query';
import { Download, FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { saveFile } from '../../consult/paper/files.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import form from '../Form.module.css';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import css from './Support.module.css';

/** The report as it is saved: read first, then saved. */
function Report({ text, fileName }: { text: string; fileName: string }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const [saved, setSaved] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={form.card}>
      <h2 ref={heading} tabIndex={-1}>
        {t('support.read')}
      </h2>
      <p>{t('support.readText')}</p>
      <div className={form.actions}>
        <Button
          kind="main"
          onPress={() => {
            saveFile(fileName, new Blob([text], { type: 'text/plain;charset=utf-8' }));
            setSaved(true);
            announce(t('support.saved', { name: fileName }));
          }}
        >
          <Download />
          {t('support.save')}
        </Button>
        {saved ? (
          <Status kind="ok" large>
            {t('support.saved', { name: fileName })}
          </Status>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrows have to reach it */}
      <section className={css.report} lang="en" aria-label={t('support.read')} tabIndex={0}>
        {text}
      </section>
    </div>
  );
}

function Make() {
  const t = useText();
  const { orpc } = useApi();
  const make = useMutation(orpc.app.diagnostics.mutationOptions());
  return (
    <>
      <section className={form.card} aria-label={t('settings.page.support')}>
        <p>{t('support.what')}</p>
        <div className={form.actions}>
          <Button
            kind={make.data ? 'ordinary' : 'main'}
            pending={make.isPending}
            onPress={() => make.mutate({ agent: navigator.userAgent })}
          >
            <FileText />
            {t('support.make')}
          </Button>
        </div>
        {make.error ? <Failure error={make.error} /> : null}
      </section>
      {make.data ? <Report key={make.submittedAt} {...make.data} /> : null}
    </>
  );
}

/** A report for whoever helps with the program: shown whole before it is saved, and sent nowhere. */
export function SupportPage() {
  const t = useText();
  return (
    <SettingsFrame page="/settings/support" lead={t('support.text')}>
      <Make />
    </SettingsFrame>
  );
}
