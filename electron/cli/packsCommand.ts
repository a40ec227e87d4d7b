import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPacks, packFaults } from '#backend/packs/loadPacks.ts';
import type { LoadedPack, PackFault } from '#backend/packs/packs.ts';
import { factReport } from './factReport.ts';
import { EXIT, fileTrouble, type Io } from './io.ts';

const HELP = `Checks and reads topic packs.

  npm run --silent packs -- check
      names every fault with file and line; exit code 1 when there is one
  npm run --silent packs -- facts
      prints each fact beside the sentences that rest on it

  --dir <folder>   reads the packs of another folder
`;

const OPTIONS = { dir: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

function faultLine({ file, line, message }: PackFault): string {
  return `${line === null ? file : `${file}:${line}`}: ${message}`;
}

function soundLines(packs: readonly LoadedPack[]): string[] {
  return packs.flatMap(({ pack }) =>
    pack
      ? [`${pack.id} ${pack.version}: sound (${pack.facts.length} facts, ${pack.cases.length} worked cases, ${pack.languages.join(', ')})`]
      : [],
  );
}

/** The command `packs`. Gives back the exit code: 0 sound, 1 a pack has faults, 2 a fault in the arguments. */
export async function packsCommand(args: readonly string[], io: Io): Promise<number> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    io.warn(`${error instanceof Error ? error.message.split('\n')[0] : 'Unknown arguments'} (see --help)`);
    return EXIT.badInput;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    await io.write(HELP);
    return EXIT.ok;
  }
  const [command] = positionals;
  if (positionals.length !== 1 || (command !== 'check' && command !== 'facts')) {
    io.warn(HELP.trimEnd());
    return EXIT.badInput;
  }
  const packsDir = values.dir ?? join(io.resourcesDir, 'packs');
  let packs: LoadedPack[];
  try {
    packs = await loadPacks(packsDir);
  } catch (error) {
    io.warn(`--dir: The packs can’t be read: ${fileTrouble(error)}.`);
    return EXIT.badInput;
  }
  const faults = (await packFaults(packsDir)).map(faultLine);
  const lines = command === 'check' ? [...faults, ...soundLines(packs)] : packs.flatMap(({ pack }) => (pack ? factReport(pack) : []));
  await io.write(lines.map((line) => `${line}\n`).join(''));
  if (command === 'facts') for (const fault of faults) io.warn(fault);
  return faults.length ? EXIT.failed : EXIT.ok;
}
