/** The SQLite addon crashes below this version, so it is checked before the addon is loaded. */
const LOWEST: readonly [number, number] = [22, 14];

/** Throws when `version` (as in `process.versions.node`) is too old for the SQLite addon. */
export function assertNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1])) return;
  throw new Error(
    `Consultleaf needs Node ${LOWEST.join('.')} or newer; this is ${version}. Start it with "npm start", which brings its own.`,
  );
}
