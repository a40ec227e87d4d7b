import { useQuery } from '@tanstack/react-query';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { VisitState } from '../patients/VisitState.tsx';
import css from './Patient.module.css';
import { Visit } from './Visit.tsx';

/** A patient's visits, newest first. Reception sees how far the last one is, and nothing clinical. */
export function Visits({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { orpc } = useApi();
  const clinical = useHasRole('doctor', 'counsellor');
  const visits = useQuery({ ...orpc.consultations.ofPatient.queryOptions({ input: { patientId: patient.id } }), enabled: clinical });
  const newestFirst = [...(visits.data ?? [])].sort((a, b) => b.visitDate.localeCompare(a.visitDate) || b.savedAt.localeCompare(a.savedAt));
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{t('patient.visits')}</h2>
      {clinical ? null : <VisitState visit={patient.lastVisit} />}
      {clinical && visits.isPending ? <Waiting rows={2} /> : null}
      {visits.error ? <Failure error={visits.error} onRetry={() => void visits.refetch()} /> : null}
      {visits.data?.length === 0 ? <p className={css.empty}>{t('patient.noVisits')}</p> : null}
      {newestFirst.length > 0 ? (
        <ol className={css.visits}>
          {newestFirst.map((visit, index) => (
            <Visit key={visit.id} visit={visit} first={index === 0} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}
