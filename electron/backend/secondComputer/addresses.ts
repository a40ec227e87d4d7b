import { BlockList, isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** Networks that no router passes on: a clinic's own (RFC 1918, RFC 4193), and addresses that computers gave each other (RFC 3927). */
export const PRIVATE_NETWORKS = [
  { network: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { network: '172.16.0.0', prefix: 12, family: 'ipv4' },
  { network: '192.168.0.0', prefix: 16, family: 'ipv4' },
  { network: '169.254.0.0', prefix: 16, family: 'ipv4' },
  { network: 'fc00::', prefix: 7, family: 'ipv6' },
] as const;

export const LOOPBACK_NETWORK = { network: '127.0.0.0', prefix: 8, family: 'ipv4' } as const;

const privateNetworks = new BlockList();
for (const { network, prefix, family } of PRIVATE_NETWORKS) privateNetworks.addSubnet(network, prefix, family);
const loopback = new BlockList();
loopback.addSubnet(LOOPBACK_NETWORK.network, LOOPBACK_NETWORK.prefix, LOOPBACK_NETWORK.family);

/**
 * Whether the internet can't reach this address. `fe80::` counts for none: it needs the name of a network card in it, which
 * no browser takes. So does an IPv4 address in the form of IPv6.
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return privateNetworks.check(address, 'ipv4');
  return family === 6 && !address.includes('.') && !address.includes('%') && privateNetworks.check(address, 'ipv6');
}

/** Whether an IPv4 address is this computer's own, which no other one can reach. */
export function isLoopback(address: string): boolean {
  return isIP(address) === 4 && loopback.check(address, 'ipv4');
}

/** Every address of this computer's network cards, as they are now. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((card) => (card ?? []).map(({ address }) => address));
}

/** The name under which this computer can be found without a name server; null where its name can't be one. */
export function localName(name = hostname()): string | null {
  const label = name.split('.')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && label !== 'localhost' ? `${label}.local` : null;
}

/** The addresses that a browser may open, the IP address first. */
export function originsOf({ address, port, name }: { address: string; port: number; name: string | null }): string[] {
  const host = isIP(address) === 6 ? `[${address}]` : address;
  return [host, ...(name === null ? [] : [name])].map((each) => `https://${each}:${port}`);
}
