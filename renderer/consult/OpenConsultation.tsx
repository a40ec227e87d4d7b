import type { ReactNode } from 'react';
import { ConsultContext } from './answers/ConsultContext.ts';
import { type Loaded, useConsultation, useLoaded } from './answers/useConsultation.ts';
import { FollowUpProvider } from './followUp/FollowUpProvider.tsx';
import { ConsultStrip } from './frame/ConsultStrip.tsx';
import css from './frame/frame.module.css';
import { Opening } from './frame/Opening.tsx';
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
        <FollowUpProvider>{children}</FollowUpProvider>
      </div>
    </ConsultContext>
  );
}

/** Loads a consultation and shows a screen of it under the patient's strip. */
export function OpenConsultation({ consultationId, done, children }: OpenConsultationProps) {
  const loading = useLoaded(consultationId);
  if (loading.state !== 'ready') return <Opening loading={loading} />;
  return (
    <Opened key={consultationId} loaded={loading.loaded} done={done}>
      {children}
    </Opened>
  );
}
