import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Authority } from '../store/secondComputerCommands.ts';
import { LOOPBACK_NETWORK, PRIVATE_NETWORKS } from './addresses.ts';

cryptoProvider.set(webcrypto);

const DAY_MS = 86_400_000;
/** A second computer whose clock is a little behind still takes a certificate that was just made. */
const BACKDATED_MS = 2 * DAY_MS;
const AUTHORITY_DAYS = 3650;
const SERVER_DAYS = 30;

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const NAME_CONSTRAINTS = '2.5.29.30';

/** A value in DER: tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** Address bytes of a network and its mask, as RFC 5280 wants them. The IPv6 networks here end within their first four letters. */
function networkBytes({ network, prefix, family }: { network: string; prefix: number; family: 'ipv4' | 'ipv6' }): Uint8Array {
  const size = family === 'ipv4' ? 4 : 16;
  const address = Buffer.alloc(size);
  if (family === 'ipv4') Buffer.from(network.split('.').map(Number)).copy(address);
  else address.writeUInt16BE(Number.parseInt(network.slice(0, 4), 16));
  const mask = Buffer.from(Array.from({ length: size }, (_, at) => 0xff & ~(0xff >> Math.min(8, Math.max(0, prefix - at * 8)))));
  return Buffer.concat([address, mask]);
}

/** What the authority may vouch for: private addresses, and names that end in `.local`. Whoever gets its key can't play a bank. */
function onlyPrivate(): Extension {
  const subtree = (name: Uint8Array) => der(0x30, name);
  const networks = [...PRIVATE_NETWORKS, LOOPBACK_NETWORK].map((network) => subtree(der(0x87, networkBytes(network))));
  return new Extension(NAME_CONSTRAINTS, true, der(0x30, der(0xa0, subtree(der(0x82, Buffer.from('local'))), ...networks)));
}

const newKeys = () => webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
const pemOf = async (key: webcrypto.CryptoKey) => PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
const keyOf = (pem: string) => webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(pem), KEY, false, ['sign']);

/** A new authority of a clinic. Its name holds the day, so that a browser that knows an earlier one tells them apart. */
export async function newAuthority(at: Date): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ O: ['Consultleaf'] }, { CN: [`Consultleaf clinic, ${at.toISOString().slice(0, 10)}`] }],
    keys,
    signingAlgorithm: SIGNING,
    notBefore: new Date(at.getTime() - BACKDATED_MS),
    notAfter: new Date(at.getTime() + AUTHORITY_DAYS * DAY_MS),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      // For servers alone: nothing under it signs a program or a letter.
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth], true),
      onlyPrivate(),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) };
}

/** A certificate of the listener with a key of its own, both PEM. `name` ends in `.local`. */
export async function newServerCertificate(
  authority: Authority,
  { address, name, at }: { address: string; name: string | null; at: Date },
): Promise<{ certificate: string; key: string }> {
  const issuer = new X509Certificate(authority.certificate);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: [{ O: ['Consultleaf'] }, { CN: [address] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await keyOf(authority.key),
    signingAlgorithm: SIGNING,
    notBefore: new Date(at.getTime() - BACKDATED_MS),
    notAfter: new Date(at.getTime() + SERVER_DAYS * DAY_MS),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'ip', value: address },
        ...(name === null ? [] : [{ type: 'dns' as const, value: name }]),
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) };
}
