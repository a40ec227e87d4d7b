/** Whether two answers say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
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
