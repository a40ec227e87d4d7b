import { type SecondComputerState, USUAL_PORT } from '#core/contract/secondComputer.ts';
import type { StoredSecondComputer } from '../store/secondComputerCommands.ts';
import { localName, originsOf } from './addresses.ts';
import { describeCertificate } from './certificateFacts.ts';
import type { DeviceRegister } from './deviceRegister.ts';

interface Now extends Pick<SecondComputerState, 'addresses' | 'problem' | 'pairing' | 'tries'> {
  /** Whether a window of this device is open. */
  connected: (id: string) => boolean;
}

/** What an administrator sees: what the records say, with who is in and what goes on now. */
export function stateOf(
  { address, port, certificate, devices }: StoredSecondComputer,
  register: DeviceRegister,
  { connected, problem, ...now }: Now,
): SecondComputerState {
  const { kept } = register;
  const on = kept?.on ?? false;
  const authority = certificate === null ? null : describeCertificate(certificate);
  return {
    ...now,
    on,
    address,
    port: port ?? USUAL_PORT,
    urls: on && kept ? originsOf({ ...kept, name: localName() }) : [],
    problem: on ? problem : null,
    authority:
      certificate === null || authority === null
        ? null
        : { certificate, fingerprint: authority.fingerprint, until: authority.until.toISOString() },
    certificateUntil: on && kept ? describeCertificate(kept.server.certificate).until.toISOString() : null,
    devices: devices.map(({ tokenHash: _, ...device }) => ({
      ...device,
      lastSeenAt: register.lastSeen(device.id) ?? device.lastSeenAt,
      connected: connected(device.id),
    })),
  };
}
