import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import form from '../Form.module.css';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { Certificate } from './Certificate.tsx';
import { Devices } from './Devices.tsx';
import { OnOff } from './OnOff.tsx';
import { PairingCode } from './PairingCode.tsx';

function Second() {
  const t = useText();
  const { orpc } = useApi();
  const read = useQuery({ ...orpc.secondComputer.read.queryOptions(), staleTime: 0 });
  const state = read.data;
  if (!state) return read.error ? <Failure error={read.error} onRetry={() => void read.refetch()} /> : <Waiting rows={4} />;
  const certificate = state.authority ? <Certificate authority={state.authority} /> : null;
  // A browser has to know the certificate before it can be paired; later on the list is what one comes for.
  const certificateFirst = state.devices.length === 0;
  return (
    <>
      <OnOff state={state} onAgain={() => void read.refetch()} />
      {certificateFirst ? certificate : null}
      {state.on || state.devices.length > 0 ? (
        <section className={form.card} aria-labelledby="second-computers">
          <h2 id="second-computers">{t('second.computers')}</h2>
          <Devices devices={state.devices} />
          <PairingCode state={state} />
        </section>
      ) : null}
      {certificateFirst ? null : certificate}
    </>
  );
}

/** A second computer for reception: switching it on, pairing, and who is in. */
export function SecondComputerPage() {
  const t = useText();
  const { sample } = useStatus();
  return (
    <SettingsFrame page="/settings/second-computer" lead={t('second.lead')}>
      {sample ? (
        <Banner kind="info">
          <p>{t('second.sample')}</p>
        </Banner>
      ) : (
        <Second />
      )}
    </SettingsFrame>
  );
}
