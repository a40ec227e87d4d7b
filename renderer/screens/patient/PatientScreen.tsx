import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { PatientStrip } from '../../frame/PatientStrip.tsx';
import { SampleBanner } from '../../frame/SampleBanner.tsx';
import screen from '../../frame/Screen.module.css';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { agePair } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import css from './Patient.module.css';
import { StartVisit } from './StartVisit.tsx';
import { Visits } from './Visits.tsx';

function Person({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { timeZone } = useStatus();
  const pairs = [
    agePair(patient.age),
    { label: t('patient.record'), value: patient.recordNumber },
    { label: t('add.phone'), value: patient.phone },
    { label: t('add.relative'), value: patient.relative },
    { label: t('patient.added'), value: dateText(inZone(patient.addedAt, timeZone).date) },
  ];
  return (
    <aside aria-labelledby="person">
      <h2 id="person">{t('patient.person')}</h2>
      <dl className={css.person}>
        {pairs.map(({ label, value }) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </aside>
  );
}

function Timeline({ patient }: { patient: PatientRow }) {
  const t = useText();
  const heading = useScreenTitle(t('patient.title'));
  return (
    <>
      <PatientStrip patient={patient} />
      <SampleBanner />
      <main className={screen.main}>
        <div className={screen.top}>
          <h1 ref={heading} tabIndex={-1} className={screen.title}>
            {t('patient.title')}
          </h1>
          <StartVisit patient={patient} />
        </div>
        <div className={css.columns}>
          <Visits patient={patient} />
          <Person patient={patient} />
        </div>
      </main>
    </>
  );
}

/** One patient: visits and the papers made in them, newest first, and a new visit. */
export function PatientScreen() {
  const t = useText();
  const { orpc } = useApi();
  const { patientId } = useParams({ from: '/patients/$patientId' });
  const patient = useQuery(orpc.patients.read.queryOptions({ input: { id: patientId } }));
  if (patient.data) return <Timeline key={patientId} patient={patient.data} />;
  return (
    <Screen title={t('patient.title')}>
      {patient.error ? <Failure error={patient.error} onRetry={() => void patient.refetch()} /> : <Waiting />}
    </Screen>
  );
}
