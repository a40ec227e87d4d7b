import type { StoredSecondComputer } from '../store/secondComputerCommands.ts';
import type { DeviceFile } from './deviceFile.ts';

/** What follows from the records and the file together. */
export interface Settlement {
  /** What the file has to hold; null where there is none. */
  kept: DeviceFile | null;
  /** The records say that it is on, and the file doesn't: it is off. */
  turnOff: boolean;
  /** Ids of computers that the records alone know. */
  revoke: string[];
  /** Ids of computers that the file alone knows. */
  drop: string[];
}

/** A computer is in when it stands in both with the same token; it is on where both say so, at the same place. */
export function settlement(kept: DeviceFile | null, stored: StoredSecondComputer): Settlement {
  const known = kept?.devices ?? [];
  const inBoth = known.flatMap((device) => {
    const there = stored.devices.find(({ id, tokenHash }) => id === device.id && tokenHash === device.tokenHash);
    return there ? [{ ...device, name: there.name }] : [];
  });
  const isIn = ({ id }: { id: string }) => inBoth.some((device) => device.id === id);
  const { address, port, authority } = kept ?? {};
  const asKept = kept?.on === true && address === stored.address && port === stored.port && authority === stored.certificate;
  return {
    kept: kept && { ...kept, on: stored.on && asKept, devices: inBoth },
    turnOff: stored.on && !asKept,
    revoke: stored.devices.filter((device) => !isIn(device)).map(({ id }) => id),
    drop: known.filter((device) => !isIn(device)).map(({ id }) => id),
  };
}
