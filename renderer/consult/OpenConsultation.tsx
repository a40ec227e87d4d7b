import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Told } from '../ui/Told.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ConsultContext } from './answers/ConsultContext.ts';
import { type Loaded, useConsultation, useLoaded } from './answers/useConsultation.ts';
import { ConsultStrip } from './frame/ConsultStrip.tsx';
import css from './frame/frame.module.css';
import { Troubles } from './frame/Troubles.tsx';

export interface OpenConsultationProps {
  consultationId: string;
  /** Nothing more changes on this screen. */
  done?: boolean;
  children: ReactNode;
}

function Opened({ loaded, done, children }: { loaded: Loaded; done?: boolean | undefined; children: ReactNode }) {
  const consult = useConsultation(loaded);
  return (
    <ConsultContext value={consult}>
      <div className={css.app}>
        <ConsultStrip done={done ?? false} />
        <Troubles />
        {children}
      </div>
    </ConsultContext>
  );
}

/** Loads a consultation and shows a screen of it under the patient's strip. */
export function OpenConsultation({ consultationId, done, children }: OpenConsultationProps) {
  const t = useText();
  const loading = useLoaded(consultationId);
  if (loading.state === 'loading') {
    return (
      <main className={css.inner}>
        <Waiting rows={6} />
      </main>
    );
  }
  if (loading.state === 'failed') {
    return (
      <main className={css.inner}>
        <Banner kind="bad" alert actions={<Button onPress={loading.again}>{t('tryAgain')}</Button>}>
          <p>
            <b>{t('walk.loadFailed')}</b> <Told text={loading.message} />
          </p>
        </Banner>
      </main>
    );
  }
  return (
    <Opened key={consultationId} loaded={loading.loaded} done={done}>
      {children}
    </Opened>
  );
}
