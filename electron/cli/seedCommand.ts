import { join, resolve } from 'node:path';
import { dataFolder } from '#backend/dataFolder.ts';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import type { PdfRenderer } from '#backend/documents/renderer.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { freeze } from '#backend/services/freeze.ts';
import { Paper as PaperMaker } from '#backend/services/paper.ts';
import { type Migration, readMigrations } from '#backend/store/migrate.ts';
import { StoreFault } from '#backend/store/store.ts';
import { EXIT, fileTrouble, type Io, optionsOf } from './io.ts';
import { type Paper, type SeedOptions, seedClinic } from './seedClinic.ts';

const HELP = `Makes a large clinic of invented patients, to try the program with. Nothing of it is real, and everything shows it:
record numbers begin with TEST-, no phone number exists.

  npm run seed -- --patients 100000
      --data <folder>      where: a new folder; without it the program's own data folder
      --visits <number>    visits of each patient (3)
      --finals <number>    visits more that are final, with a paper each (20)
      --seed <number>      the same number makes the same patients (1)
      --password <text>    of the clinic's doctor (test clinic)

A folder that holds a clinic already is never touched.
`;
const OPTIONS = {
  patients: { type: 'string' },
  data: { type: 'string' },
  visits: { type: 'string', default: '3' },
  finals: { type: 'string', default: '20' },
  seed: { type: 'string', default: '1' },
  password: { type: 'string', default: 'test clinic' },
  help: { type: 'boolean', short: 'h' },
} as const;
const MOST = { patients: 900_000, visits: 50, finals: 5000, seed: 2 ** 32 - 1 };
const SHORTEST_PASSWORD = 10;
const TENTHS = 10;

type Counts = Pick<SeedOptions, 'patients' | 'finals' | 'seed'> & { visits: number };

/** The numbers of the arguments, or what is wrong with the first bad one. */
function countsOf(values: Record<keyof Counts, string | undefined>): Counts | string {
  const counts: Partial<Counts> = {};
  for (const key of ['patients', 'visits', 'finals', 'seed'] as const) {
    const text = values[key] ?? '';
    const least = key === 'patients' ? 1 : 0;
    if (!/^\d{1,10}$/.test(text) || Number(text) > MOST[key] || Number(text) < least)
      return `--${key}: Give a whole number from ${least} to ${MOST[key]}.`;
    counts[key] = Number(text);
  }
  return counts as Counts;
}

/** Makes the papers of final visits, with one renderer. */
function paperMaker(io: Io, pack: SeedOptions['pack'], renderer: () => PdfRenderer) {
  const maker = new PaperMaker((language) => loadLabels(join(io.resourcesDir, 'text'), language));
  let running: PdfRenderer | undefined;
  return {
    paperOf: async (visit: Parameters<SeedOptions['paperOf']>[0], madeAt: string): Promise<Paper> => {
      running ??= renderer();
      const madeBy = visit.doctor.name;
      return freeze({ paper: maker, renderer: running }, { visit, pack: pack.pack, opened: [] }, { version: 1, madeAt, madeBy });
    },
    close: async () => running?.close(),
  };
}

function trouble(error: unknown): string {
  if (error instanceof StoreFault) return `--data: ${error.message}`;
  if (error instanceof Error && 'code' in error) return `--data: The folder can’t be used: ${fileTrouble(error)}.`;
  return `A fault of the program: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`;
}

/**
 * The command `seed`. Gives back the exit code: 0 done, 1 failed, 2 a fault in the arguments.
 * @param renderer makes the PDF renderer; called only when there are final visits
 */
export async function seedCommand(args: readonly string[], io: Io, renderer: () => PdfRenderer): Promise<number> {
  const values = optionsOf(args, OPTIONS, io);
  if (values === null) return EXIT.badInput;
  if (values.help || values.patients === undefined) {
    if (values.help) await io.write(HELP);
    else io.warn(HELP.trimEnd());
    return values.help ? EXIT.ok : EXIT.badInput;
  }
  const counts = countsOf({ patients: values.patients, visits: values.visits, finals: values.finals, seed: values.seed });
  const problem =
    typeof counts === 'string'
      ? counts
      : values.password.length < SHORTEST_PASSWORD
        ? `--password: Use at least ${SHORTEST_PASSWORD} characters.`
        : undefined;
  if (typeof counts === 'string' || problem !== undefined) {
    io.warn(problem ?? '');
    return EXIT.badInput;
  }
  const data = values.data === undefined ? dataFolder(process.env) : resolve(values.data);
  const migrations: Migration[] = readMigrations(new URL(`file://${join(io.resourcesDir, 'migrations')}/`));
  const sound = (await loadPacks(join(io.resourcesDir, 'packs'))).find(({ pack }) => pack?.id === 'tacrolimus-fertility');
  if (!sound?.pack || !sound.ref) {
    io.warn('The topic pack has faults. See them with: npm run packs -- check');
    return EXIT.failed;
  }
  const pack = { ...sound, pack: sound.pack, ref: sound.ref };
  const papers = paperMaker(io, pack, renderer);
  const started = performance.now();
  let tenth = 0;
  try {
    const seeded = await seedClinic({
      folder: join(data, 'clinic'),
      patients: counts.patients,
      visitsEach: counts.visits,
      finals: counts.finals,
      seed: counts.seed,
      password: values.password,
      migrations,
      pack,
      sample: await loadSampleVisit(io.resourcesDir),
      now: new Date(),
      paperOf: papers.paperOf,
      progress: (done) => {
        if (Math.floor(done * TENTHS) === tenth) return;
        tenth = Math.floor(done * TENTHS);
        io.warn(`${tenth * TENTHS} % after ${Math.round((performance.now() - started) / 1000)} s`);
      },
    });
    await io.write(
      `${seeded.patients} invented patients, ${seeded.visits} visits, ${seeded.finals} of them final, in ${join(data, 'clinic')}\nPassword: ${values.password}\nRecovery key: ${seeded.recoveryKey}\n`,
    );
    return EXIT.ok;
  } catch (error) {
    io.warn(trouble(error));
    return EXIT.failed;
  } finally {
    await papers.close();
  }
}
