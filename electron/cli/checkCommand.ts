import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { type PdfRenderer, RenderFault } from '#backend/documents/renderer.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { isNotReady } from '#backend/services/faults.ts';
import { Paper } from '#backend/services/paper.ts';
import { checkHandout, type Origin, tableOf } from './check/checkHandout.ts';
import { EXIT, fileTrouble, type Io } from './io.ts';
import { readVisitFile } from './readVisitFile.ts';

const PDF = '%PDF-';

async function printTable(bytes: Uint8Array, io: Io, origin?: Origin): Promise<number> {
  const rows = await checkHandout(bytes, io.resourcesDir, origin);
  await io.write(tableOf(rows));
  return rows.some(({ result }) => result === 'FAIL') ? EXIT.failed : EXIT.ok;
}

/** Renders the visit as a draft and checks that paper. */
async function checkVisitFile(input: string, io: Io, renderer: () => PdfRenderer): Promise<number> {
  const read = await readVisitFile(input, await loadPacks(join(io.resourcesDir, 'packs')), io, '--check');
  if (!read.ok) {
    for (const { path, message } of read.problems) io.warn(`${path || 'visit'}: ${message}`);
    return EXIT.badInput;
  }
  const { visit, pack } = read;
  const paper = new Paper((language) => loadLabels(join(io.resourcesDir, 'text'), language));
  const running = renderer();
  try {
    const model = await paper.model({ visit, pack }, { kind: 'draft' });
    const { pdf } = await running.render(model);
    return await printTable(pdf, io, { visit, pack, model });
  } finally {
    await running.close();
  }
}

async function startOf(path: string): Promise<Buffer | undefined> {
  if (path === '-') return undefined;
  const bytes = await readFile(path);
  return bytes.subarray(0, PDF.length).toString('latin1') === PDF ? bytes : undefined;
}

/** What went wrong; an error of the program itself could quote an answer, so it is only named. */
function checkTrouble(error: unknown): string {
  if (error instanceof RenderFault || isNotReady(error)) return `--check: ${error.message}`;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E'))
    return `--check: The file can’t be read: ${fileTrouble(error)}.`;
  return `--check: This can’t be checked. Use a visit, or a handout that this program made (${error instanceof Error ? error.name : 'unknown'}).`;
}

/**
 * Prints the table of yardsticks for a visit (.json, or "-") or a handout (.pdf). Exit code 1 when one fails, 2 when the
 * file is no sound visit and no handout.
 */
export async function checkCommand(input: string, io: Io, renderer: () => PdfRenderer): Promise<number> {
  try {
    const pdf = await startOf(input);
    return pdf ? await printTable(pdf, io) : await checkVisitFile(input, io, renderer);
  } catch (error) {
    io.warn(checkTrouble(error));
    return EXIT.badInput;
  }
}
