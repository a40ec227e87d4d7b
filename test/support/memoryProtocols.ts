import type { PackRef } from '#core/domain/pack.ts';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';

const NOW = '2026-12-02T05:12:00.000Z';
let last = 0;

/** A doctor's saved protocol, as a backend in memory holds it. */
export function memoryProtocol(name: string, pack: PackRef, part: ProtocolPart): SavedProtocol {
  last += 1;
  const id = `00000000-0000-4000-8000-0000000d${String(last).padStart(4, '0')}`;
  return { id, rev: 1, name, pack, part, savedAt: NOW, approvedAt: NOW };
}
