import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { useConsult } from '../../consult/answers/ConsultContext.ts';
import { OpenConsultation } from '../../consult/OpenConsultation.tsx';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Compare } from './Compare.tsx';
import css from './Papers.module.css';
import { Versions } from './Versions.tsx';

function Papers() {
  const t = useText();
  const { orpc } = useApi();
  const { consultation } = useConsult();
  const heading = useScreenTitle(t('papers.title'));
  const versions = useQuery(orpc.handouts.ofConsultation.queryOptions({ input: { consultationId: consultation.id } }));
  const [pair, setPair] = useState<{ one: string; other: string } | null>(null);
  const all = versions.data ?? [];
  const last = all.findLast(({ sameAs }) => sameAs === null);
  const before = all.find(({ version }) => version === last?.replaces?.version) ?? all.find(({ id }) => id !== last?.id);
  const one = all.find(({ id }) => id === pair?.one) ?? before;
  const other = all.find(({ id }) => id === pair?.other) ?? last;
  return (
    <main className={css.page}>
      <div className={css.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('papers.title')}
          </h1>
          <p className="muted">{t('papers.lead')}</p>
        </div>
        <Link to="/consult/$consultationId/final" params={{ consultationId: consultation.id }} className={buttonClass()}>
          <ChevronLeft />
          {t('papers.back')}
        </Link>
      </div>
      {versions.isPending ? <Waiting rows={3} /> : null}
      {versions.error ? <Failure error={versions.error} onRetry={() => void versions.refetch()} /> : null}
      {all.length > 0 ? <Versions all={all} patientId={consultation.patient.id} /> : null}
      {one && other && all.length > 1 ? (
        <Compare all={all} one={one} other={other} onChoose={(chosen) => setPair({ one: one.id, other: other.id, ...chosen })} />
      ) : null}
    </main>
  );
}

/** Every version of a visit's paper, what changed between any two of them, and both side by side. */
export function PapersScreen() {
  const { consultationId } = useParams({ from: '/consult/$consultationId/papers' });
  return (
    <OpenConsultation consultationId={consultationId} done>
      <Papers />
    </OpenConsultation>
  );
}
