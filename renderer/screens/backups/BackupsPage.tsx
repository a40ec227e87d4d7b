import { useEffect, useRef, useState } from 'react';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { BackUpNow } from './BackUpNow.tsx';
import { BackupList } from './BackupList.tsx';
import { Glance } from './Glance.tsx';
import { Reminders } from './Reminders.tsx';
import { SecondPlace } from './SecondPlace.tsx';
import { useBackups, useMakeBackup } from './useBackups.ts';

function Backups() {
  const administrator = useHasRole('administrator');
  const backups = useBackups();
  const make = useMakeBackup();
  const [choosing, setChoosing] = useState(false);
  const place = useRef<HTMLButtonElement>(null);
  const chosen = useRef(false);
  // After the form is gone and its button is there again, whenever that is drawn.
  useEffect(() => {
    if (chosen.current && !choosing) place.current?.focus();
    chosen.current = choosing;
  }, [choosing]);
  const state = backups.data;
  if (!state) return backups.error ? <Failure error={backups.error} onRetry={() => void backups.refetch()} /> : <Waiting rows={5} />;
  return (
    <>
      <Reminders
        state={state}
        faultShown={make.isError}
        onMake={() => make.mutate(undefined)}
        onChoose={() => setChoosing(true)}
        pending={make.isPending}
      />
      <Glance state={state}>
        <BackUpNow make={make} running={state.running} />
      </Glance>
      {administrator ? <SecondPlace ref={place} state={state} choosing={choosing} onChoosing={setChoosing} /> : null}
      <BackupList backups={state.backups} secondPlace={state.secondPlace !== null} />
    </>
  );
}

/** Keeping the records twice: how safe they are, what is to be done, every backup. */
export function BackupsPage() {
  const t = useText();
  const { sample } = useStatus();
  return (
    <SettingsFrame page="/settings/backups" lead={t('backups.lead')}>
      {sample ? (
        <Banner kind="info">
          <p>{t('backups.sample')}</p>
        </Banner>
      ) : (
        <Backups />
      )}
    </SettingsFrame>
  );
}
