import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ClinicForm } from './ClinicForm.tsx';
import { TopicPacks } from './TopicPacks.tsx';

/** The clinic as it stands on paper, and the topic packs. Only an administrator changes the clinic. */
export function SettingsScreen() {
  const t = useText();
  const { orpc } = useApi();
  const administrator = useHasRole('administrator');
  const clinic = useQuery(orpc.clinic.read.queryOptions());
  const [start, setStart] = useState(0);
  async function startAgain() {
    await clinic.refetch();
    setStart(start + 1);
  }
  return (
    <Screen title={t('nav.settings')} narrow>
      {clinic.isPending ? <Waiting /> : null}
      {clinic.error ? <Failure error={clinic.error} onRetry={() => void clinic.refetch()} /> : null}
      {clinic.data && administrator ? <ClinicForm key={start} settings={clinic.data} onStartAgain={() => void startAgain()} /> : null}
      {administrator ? null : (
        <Banner kind="info">
          <p>{t('settings.administratorOnly')}</p>
        </Banner>
      )}
      <TopicPacks />
    </Screen>
  );
}
