import { randomInt } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const group = () => Array.from({ length: 4 }, () => CROCKFORD.charAt(randomInt(CROCKFORD.length))).join('');

/** A record code such as CL-7K2M-94QX: 40 random bits in letters that are hard to misread. It says nothing of the patient. */
export function newRecordCode(): string {
  return `CL-${group()}-${group()}`;
}
