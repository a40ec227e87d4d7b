import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ClinicForm } from './ClinicForm.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

function ClinicSettings() {
  const { orpc } = useApi();
  const clinic = useQuery(orpc.clinic.read.queryOptions());
  const [start, setStart] = useState(0);
  async function startAgain() {
    await clinic.refetch();
    setStart(start + 1);
  }
  return (
    <>
      {clinic.isPending ? <Waiting /> : null}
      {clinic.error ? <Failure error={clinic.error} onRetry={() => void clinic.refetch()} /> : null}
      {clinic.data ? <ClinicForm key={start} settings={clinic.data} onStartAgain={() => void startAgain()} /> : null}
    </>
  );
}

/** The clinic as it stands on paper, and what only the program needs. */
export function ClinicPage() {
  return (
    <SettingsFrame page="/settings">
      <ClinicSettings />
    </SettingsFrame>
  );
}
