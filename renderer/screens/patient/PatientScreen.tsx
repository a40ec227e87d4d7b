import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { PatientStrip } from '../../frame/PatientStrip.tsx';
import { SampleBanner } from '../../frame/SampleBanner.tsx';
import screen from '../../frame/Screen.module.css';
import { Screen } from '../../frame/Screen.tsx';
import { StoreWarnings } from '../../frame/StoreWarnings.tsx';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { DataProtection } from './DataProtection.tsx';
import { HerRecords } from './HerRecords.tsx';
import { HerSmallPapers } from './HerSmallPapers.tsx';
import css from './Patient.module.css';
import { Person } from './Person.tsx';
import { StartVisit } from './StartVisit.tsx';
import { Timeline } from './Timeline.tsx';

function Opened({ patient }: { patient: PatientRow }) {
  const t = useText();
  const heading = useScreenTitle(t('patient.title'));
  return (
    <>
      <PatientStrip patient={patient} />
      <SampleBanner />
      <StoreWarnings />
      <main className={screen.main}>
        <div className={screen.top}>
          <h1 ref={heading} tabIndex={-1} className={screen.title}>
            {t('patient.title')}
          </h1>
          <StartVisit patient={patient} />
        </div>
        <div className={css.columns}>
          <Timeline patient={patient} />
          <div className={css.side}>
            <Person patient={patient} />
            <HerSmallPapers patient={patient} />
            <DataProtection patient={patient} />
            <HerRecords patient={patient} />
          </div>
        </div>
      </main>
    </>
  );
}

/** One patient: what happened with her, newest first, who she is, and a new visit. */
export function PatientScreen() {
  const t = useText();
  const { orpc } = useApi();
  const { patientId } = useParams({ from: '/patients/$patientId' });
  const patient = useQuery(orpc.patients.read.queryOptions({ input: { id: patientId } }));
  if (patient.data) return <Opened key={patientId} patient={patient.data} />;
  return (
    <Screen title={t('patient.title')}>
      {patient.error ? <Failure error={patient.error} onRetry={() => void patient.refetch()} /> : <Waiting />}
    </Screen>
  );
}
