import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate is made anew when no more than this is left of it. */
const RENEW_BEFORE_MS = 20 * 86_400_000;

/** SHA-256 of a certificate as browsers and operating systems show it, and until when it is good. */
export function describeCertificate(pem: string): { fingerprint: string; until: Date } {
  const { fingerprint256, validTo } = new X509Certificate(pem);
  return { fingerprint: fingerprint256, until: new Date(validTo) };
}

/** Whether a certificate was made by `authority` for this address and name, and has some time left. */
export function stillFits(
  pem: string,
  { authority, address, name, at }: { authority: string; address: string; name: string | null; at: Date },
): boolean {
  const certificate = new X509Certificate(pem);
  const names = certificate.subjectAltName ?? '';
  return (
    certificate.verify(new X509Certificate(authority).publicKey) &&
    certificate.checkIP(isIP(address) ? address : '') !== undefined &&
    (name === null ? !names.includes('DNS:') : names.includes(`DNS:${name}`)) &&
    new Date(certificate.validTo).getTime() - at.getTime() > RENEW_BEFORE_MS
  );
}
