import canonicalize from 'canonicalize';

/** RFC 8785 JSON, the one form of a value that is hashed and authenticated. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}
