import { readdir, stat } from 'node:fs/promises';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import type { Status } from '#core/contract/shapes.ts';
import type { Log } from '../log.ts';
import type { StoreFacts } from '../store/store.ts';

/** Lines of the log that go into a report. */
const LOG_LINES = 200;

interface Asked {
  /** The browser of the window, as it names itself. */
  agent: string;
  status: Status;
  facts: StoreFacts;
  dataDir: string;
  log: Log;
  now: Date;
}

/** The folder, with the home folder written as `~`; one that lies elsewhere isn't named, for its name may be a person's. */
export function withoutHome(folder: string, home: string): string {
  return folder === home || folder.startsWith(`${home}/`) || folder.startsWith(`${home}\\`)
    ? `~${folder.slice(home.length)}`
    : 'another place than the home folder';
}

/** Files and folders below a folder: how many and how large, by the kinds that the program makes; names are not read out. */
async function sizes(folder: string): Promise<string[]> {
  const count = new Map<string, { files: number; bytes: number }>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const kind = /\.(db|db-wal|db-shm|json|bin|lock|log|pdf|zip)$/.exec(entry.name)?.[1] ?? 'other';
    const { size } = await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }));
    const sum = count.get(kind) ?? { files: 0, bytes: 0 };
    count.set(kind, { files: sum.files + 1, bytes: sum.bytes + size });
  }
  return [...count]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([kind, { files, bytes }]) => `${kind}: ${files} files, ${bytes} bytes`);
}

const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`), ''];

/**
 * The report: versions, sizes, counts, settings without names, faults by their codes, and the last lines of the log, which
 * hold no value of the program. Nothing of a patient and no name of anybody.
 */
export async function reportText({ agent, status, facts, dataDir, log, now }: Asked): Promise<string> {
  const { versions, platform, arch } = process;
  const home = homedir();
  const lines = [
    'Consultleaf, report for support',
    `made ${now.toISOString()}`,
    '',
    ...section('Program', [
      `version ${status.version}`,
      `node ${versions.node}`,
      `electron ${versions.electron ?? 'none: the window is a browser’s'}`,
      `window ${agent}`,
      `system ${platform} ${release()} ${arch}`,
      `sample clinic: ${status.sample ? 'yes' : 'no'}`,
    ]),
    ...section('Records', [
      `schema version ${facts.schemaVersion}`,
      `database ${facts.databaseBytes} bytes`,
      ...facts.counts.map(({ table, rows }) => `${table}: ${rows} rows`),
    ]),
    ...section('Data folder', [withoutHome(dataDir, home), ...(await sizes(dataDir))]),
    ...section('Settings', [
      `time zone ${status.timeZone}`,
      `idle minutes ${status.idleMinutes ?? 'none'}`,
      `language ${status.look.language ?? 'not chosen'}, colours ${status.look.theme}`,
    ]),
    ...section('Faults', status.warnings.length > 0 ? status.warnings.map(({ fault }) => fault) : ['none']),
    ...section(`Log, the last ${LOG_LINES} lines`, log.recent(LOG_LINES)),
  ];
  return `${lines.join('\n').replaceAll(home, '~')}\n`;
}
