import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Pack, PackRef } from '#core/domain/pack.ts';

/** The pack as canonical JSON (RFC 8785): the form whose hash a consultation is pinned to. */
export function canonicalPack(pack: Pack): string {
  const json = canonicalize(pack);
  if (json === undefined) throw new Error('A pack is always an object with a canonical form.');
  return json;
}

/** SHA-256 of the pack's canonical JSON, in hexadecimal: the same for the same content, whatever the order of its keys. */
export function hashPack(pack: Pack): string {
  return createHash('sha256').update(canonicalPack(pack), 'utf8').digest('hex');
}

/** What a consultation, a visit file and an approval keep of a pack. */
export function packRef(pack: Pack): PackRef {
  return { id: pack.id, version: pack.version, hash: hashPack(pack) };
}
