import { isLoopback, isPrivateAddress, ownAddresses } from './addresses.ts';

/** Why the listener could not start: the field that a person may mend. */
export class CannotListen extends Error {
  readonly field: 'address' | 'port';
  constructor(field: 'address' | 'port', message: string) {
    super(message);
    this.field = field;
  }
}

interface Where {
  /** This computer's own address may be chosen too. */
  allowLoopback?: boolean;
  /** The addresses that this computer has. */
  addresses?: () => string[];
}

/** true for an address that nobody outside of the clinic can reach. */
export function mayServe(address: string, { allowLoopback }: Where): boolean {
  return isPrivateAddress(address) || (allowLoopback === true && isLoopback(address));
}

/** Throws `CannotListen` unless this computer has the address and may be reached there. */
export function refuseElsewhere(address: string, where: Where): void {
  const { addresses = ownAddresses } = where;
  if (!mayServe(address, where))
    throw new CannotListen(
      'address',
      'This address can be reached from outside of the clinic, or is none. Choose one of the clinic’s own network.',
    );
  if (!addresses().includes(address))
    throw new CannotListen('address', 'This computer doesn’t have this address. Choose one from the list.');
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** What a person can do about an error of the network. */
export function whyNot(error: unknown, port: number): CannotListen {
  const taken = codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES';
  return taken
    ? new CannotListen('port', `Another program uses number ${port}. Choose another number, such as ${port + 1}.`)
    : new CannotListen('address', 'The network doesn’t let this address be used. Check the cable or the radio network.');
}
