import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPacks, packFaults } from '#backend/packs/loadPacks.ts';
import { SCHEMA_KINDS, schemaFile, schemaText } from '#backend/packs/packJsonSchema.ts';
import type { LoadedPack, PackFault } from '#backend/packs/packs.ts';
import { factReport } from './factReport.ts';
import { EXIT, fileTrouble, type Io } from './io.ts';
import { markTranslated } from './markTranslated.ts';
import { ruleReport } from './ruleReport.ts';

const HELP = `Checks and reads topic packs.

  npm run --silent packs -- check
      names every fault with file and line; exit code 1 when there is one
  npm run --silent packs -- facts
      prints each fact beside the sentences that rest on it
  npm run --silent packs -- rules
      reads each criterion and rule out as a sentence
  npm run --silent packs -- translated <pack> <language> [<text> …] --dir templates/packs
      marks texts as translated from the English as it is now: the named ones, or all that were never marked
  npm run --silent packs -- schema [pack | text | names]
      prints the JSON Schema of a pack's files, for an editor
  npm run --silent packs -- schema --out templates/packs/schema
      writes all of them into a folder

  --dir <folder>   reads the packs of another folder
`;

const OPTIONS = { dir: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

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

/** What each command says of the packs that are sound. */
const REPORTS = new Map<string, (packs: readonly LoadedPack[]) => string[]>([
  ['check', soundLines],
  ['facts', (packs) => packs.flatMap(({ pack }) => (pack ? factReport(pack) : []))],
  ['rules', (packs) => packs.flatMap(({ pack }) => (pack ? ruleReport(pack) : []))],
]);

/** Prints one schema, or writes all into a folder. */
async function printSchema([asked = 'pack', ...rest]: string[], folder: string | undefined, io: Io): Promise<number> {
  const kind = SCHEMA_KINDS.find((each) => each === asked);
  if (kind === undefined || rest.length > 0) {
    io.warn(`schema: Name one of: ${SCHEMA_KINDS.join(', ')}.`);
    return EXIT.badInput;
  }
  if (folder === undefined) {
    await io.write(schemaText(kind));
    return EXIT.ok;
  }
  const files = SCHEMA_KINDS.map((each) => [schemaFile(each), schemaText(each)] as const);
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  } catch (error) {
    io.warn(`--out: The schemas can’t be written: ${fileTrouble(error)}.`);
    return EXIT.badInput;
  }
  return EXIT.ok;
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
  const [command = '', ...rest] = positionals;
  if (command === 'schema') return printSchema(rest, values.out, io);
  if (command === 'translated') return markTranslated(rest, values.dir, io);
  const report = REPORTS.get(command);
  if (report === undefined || rest.length > 0 || values.out !== undefined) {
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
  const lines = command === 'check' ? [...faults, ...report(packs)] : report(packs);
  await io.write(lines.map((line) => `${line}\n`).join(''));
  if (command !== 'check') for (const fault of faults) io.warn(fault);
  return faults.length ? EXIT.failed : EXIT.ok;
}
