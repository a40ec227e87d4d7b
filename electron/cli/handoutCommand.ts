import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { isNotReady } from '#backend/services/faults.ts';
import { Paper } from '#backend/services/paper.ts';
import { type Visit, visitSchema } from '#core/domain/visit.ts';
import { EXIT, fileTrouble, type Io, optionsOf } from './io.ts';
import { readVisitFile } from './readVisitFile.ts';

const HELP = `Prints a handout without a window.

  npm run --silent handout -- --example > visit.json
      writes a complete example visit
  npm run --silent handout -- --in visit.json --out visit.pdf
      renders it; "--in -" reads standard input, "--out -" writes to standard output
  npm run --silent handout -- --check visit.json
      renders it and prints the yardsticks of a handout: pass, FAIL (exit code 1), or who has to read it; a PDF that
      this program made can be checked too, with less to tell
  npm run --silent handout -- --schema
      prints the JSON Schema of a visit

Every page says DRAFT, or SAMPLE for a visit of the sample clinic: a final handout comes only from the program.
A visit with faults gives exit code 2, one line for each fault ("path: what to do") and no file.
`;

const OPTIONS = {
  example: { type: 'boolean' },
  schema: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  check: { type: 'string' },
  in: { type: 'string' },
  out: { type: 'string' },
} as const;

/** The JSON Schema of a visit file. */
export function visitJsonSchema(): object {
  return z.toJSONSchema(visitSchema, { io: 'input' });
}

/** The example visit, pinned to the shipped pack. Throws when the example or its pack is not sound. */
async function exampleVisit(resourcesDir: string): Promise<Visit> {
  const { answers, ...rest } = await loadSampleVisit(resourcesDir);
  const sound = (await loadPacks(join(resourcesDir, 'packs'))).find(({ pack }) => pack !== null && pack.id === 'tacrolimus-fertility');
  if (!sound?.ref) throw new Error('The topic pack of the example has faults. See them with: npm run packs -- check');
  return { ...rest, pack: sound.ref, answers };
}

/** Writes beside the target first, so that nobody ever sees half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What went wrong after the visit was found sound. An error of the program itself could quote an answer: it is only named. */
function renderTrouble(error: unknown): string {
  if (error instanceof RenderFault || isNotReady(error)) return `--in: ${error.message}`;
  if (error instanceof Error && 'code' in error) return `--out: The handout can’t be written: ${fileTrouble(error)}.`;
  return `The handout could not be made: a fault of the program (${error instanceof Error ? error.name : 'unknown'}), not of the visit.`;
}

async function renderVisit(input: string, output: string, io: Io, renderer: () => PdfRenderer): Promise<number> {
  const read = await readVisitFile(input, await loadPacks(join(io.resourcesDir, 'packs')), io);
  if (!read.ok) {
    for (const { path, message } of read.problems) io.warn(`${path || 'visit'}: ${message}`);
    return EXIT.badInput;
  }
  const paper = new Paper((language) => loadLabels(join(io.resourcesDir, 'text'), language));
  const running = renderer();
  try {
    const { pdf } = await running.render(await paper.model({ visit: read.visit, pack: read.pack }, { kind: 'draft' }));
    if (output === '-') await io.write(pdf);
    else await writeWhole(output, pdf);
    return EXIT.ok;
  } catch (error) {
    io.warn(renderTrouble(error));
    return EXIT.failed;
  } finally {
    await running.close();
  }
}

/**
 * The command `handout`. Gives back the exit code: 0 done, 1 failed, 2 a fault in the visit or in the arguments.
 * @param renderer makes the PDF renderer; called only when there is something to render
 */
export async function handoutCommand(args: readonly string[], io: Io, renderer: () => PdfRenderer): Promise<number> {
  const values = optionsOf(args, OPTIONS, io);
  if (values === null) return EXIT.badInput;
  if (values.help) await io.write(HELP);
  else if (values.example) await io.write(`${JSON.stringify(await exampleVisit(io.resourcesDir), null, 2)}\n`);
  else if (values.schema) await io.write(`${JSON.stringify(visitJsonSchema(), null, 2)}\n`);
  else if (values.check) {
    // Loaded only here: it brings a reader of PDFs along.
    const { checkCommand } = await import('./checkCommand.ts');
    return checkCommand(values.check, io, renderer);
  } else if (values.in && values.out) return renderVisit(values.in, values.out, io, renderer);
  else {
    io.warn(values.in || values.out ? 'Give both --in and --out (see --help).' : HELP.trimEnd());
    return EXIT.badInput;
  }
  return EXIT.ok;
}
