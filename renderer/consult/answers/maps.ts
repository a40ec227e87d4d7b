/** Whether two answers say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A value as the store gives it back: its texts trimmed, its parts in an order of their own. */
function asStored(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(asStored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, asStored(part)]),
  );
}

/** Whether two answers say the same once they are stored. */
export function sameOnceStored(a: unknown, b: unknown): boolean {
  return same(asStored(a), asStored(b));
}

/** A copy of a map with one entry more, or another. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> {
  return new Map(map).set(key, value);
}

/** A copy of a map without an entry. */
export function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** A copy of the answers with one changed; null takes it out. */
export function withValue(map: ReadonlyMap<string, unknown>, key: string, value: unknown): ReadonlyMap<string, unknown> {
  return value === null || value === undefined ? without(map, key) : withEntry(map, key, value);
}
