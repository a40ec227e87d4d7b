/** Certificate and private key of the clinic's own authority, PEM. */
export interface Authority {
  certificate: string;
  key: string;
}

/** A paired computer as the records have it. */
export interface StoredDevice {
  id: string;
  name: string;
  /** SHA-256 of its token, hex. */
  tokenHash: string;
  pairedAt: string;
  /** A person's name. */
  pairedBy: string;
  lastSeenAt: string | null;
}

/** What the records hold of the second computer, without the authority's key. */
export interface StoredSecondComputer {
  on: boolean;
  address: string | null;
  port: number | null;
  /** The authority's certificate, PEM. */
  certificate: string | null;
  /** Computers that are paired now, in the order in which they came. */
  devices: StoredDevice[];
}

/** The commands of a second computer for reception. */
export interface SecondComputerCommands {
  'secondComputer.read': (input: null) => StoredSecondComputer;
  /** The only way to the key of the authority. */
  'secondComputer.authority': (input: null) => Authority | null;
  /** `authority` replaces the one that is kept. */
  'secondComputer.turnOn': (input: { address: string; port: number; authority: Authority }) => null;
  'secondComputer.turnOff': (input: null) => null;
  'devices.add': (input: { id: string; name: string; tokenHash: string }) => null;
  /** Refused as `notFound` for one that isn't paired; so is the next. */
  'devices.rename': (input: { id: string; name: string }) => null;
  'devices.revoke': (input: { id: string }) => null;
  /** Notes that it was there at the actor's instant. No audit row. */
  'devices.seen': (input: { id: string }) => null;
}
