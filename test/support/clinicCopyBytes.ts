import { createHash } from 'node:crypto';

const pdf = new TextEncoder().encode('%PDF-1.7 the bytes of a clinic copy');

/** A clinic copy as the store takes it. */
export const clinicCopyBytes = { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: 1 };
