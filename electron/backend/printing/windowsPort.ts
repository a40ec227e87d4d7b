import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { PrintReason } from '#core/domain/printing.ts';
import { type FoundJob, type FoundPrinter, PortFault, type PrinterPort, type PrintRequest } from './port.ts';
import { FIND_JOB, JOB, LIST, PRINT, REMOVE_JOB, RESUME } from './windowsScripts.ts';

/** Runs a PowerShell script with values in its environment, never in its text; gives what it wrote. */
export type RunScript = (script: string, values: Record<string, string>, timeoutMs: number) => Promise<string>;

interface Options {
  /** Full path of SumatraPDF; null: not installed, and nothing can be printed. */
  sumatra: string | null;
  run?: RunScript;
}

const QUESTION_MS = 20_000;
const DOCUMENT_MS = 90_000;

/** Values of `PrinterStatus` of the Windows spooler as Get-Printer writes them, and what they mean. */
const STUCK: readonly (readonly [PrintReason, RegExp])[] = [
  ['jam', /PaperJam/],
  ['coverOpen', /DoorOpen/],
  ['paperOut', /PaperOut|PaperProblem|ManualFeed/],
  ['ink', /NoToner/],
  ['off', /Offline|NotAvailable|ServerUnknown|ServerOffline/],
  ['stopped', /Paused/],
  ['other', /Error|UserIntervention|OutputBinFull|PagePunt|OutOfMemory/],
];

const printerSchema = z.object({
  Name: z.string(),
  PrinterStatus: z.string(),
  BothSides: z.boolean(),
  Trays: z.array(z.string()),
  Sizes: z.array(z.string()),
});
const jobSchema = z.object({ JobStatus: z.string(), PagesPrinted: z.number().nullable() });

const runPowerShell: RunScript = (script, values, timeoutMs) =>
  new Promise((resolve, reject) => {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script];
    const options = { timeout: timeoutMs, windowsHide: true, env: { ...process.env, ...values }, encoding: 'utf8' as const };
    execFile('powershell.exe', args, options, (error, stdout) => (error ? reject(error) : resolve(stdout.trim())));
  });

function stuckBecause(status: string): PrintReason | null {
  return STUCK.find(([, words]) => words.test(status))?.[0] ?? null;
}

/** How SumatraPDF is told to print: size, scaling and sides always. */
export function sumatraSettings({ copies, sides, media, scaling, tray }: PrintRequest): string {
  return [
    `${copies}x`,
    sides === 'both' ? 'duplexlong' : 'simplex',
    `paper=${media === 'A4' ? 'A4' : 'letter'}`,
    scaling === 'none' ? 'noscale' : 'fit',
    ...(tray === null ? [] : [`bin=${tray}`]),
  ].join(',');
}

/**
 * Printers of Windows: SumatraPDF prints, and the spooler's own list says what becomes of it, for SumatraPDF says "done"
 * even where the printer failed. A job that was seen in that list and then left it has come out or was deleted; one that
 * was never seen is not known. Whether a job had begun Windows doesn't tell.
 */
export class WindowsPort implements PrinterPort {
  /** Each question starts a PowerShell. */
  readonly goodForMs = { printers: 20_000, job: 4000 };
  readonly #sumatra: string | null;
  readonly #run: RunScript;

  constructor({ sumatra, run = runPowerShell }: Options) {
    this.#sumatra = sumatra;
    this.#run = run;
  }

  get there(): boolean {
    return this.#sumatra !== null;
  }

  async listPrinters(): Promise<FoundPrinter[]> {
    const found = z.array(printerSchema).safeParse(await this.#json(LIST, {}));
    if (!found.success) throw new PortFault('notSent', 'noSpooler');
    return found.data.map(({ Name, PrinterStatus, BothSides, Trays, Sizes }) => {
      const reason = stuckBecause(PrinterStatus);
      return {
        id: Name,
        name: Name,
        state: reason !== null ? 'stuck' : /Printing|Processing|Busy/.test(PrinterStatus) ? 'printing' : 'ready',
        reason,
        warns: null,
        can: {
          bothSides: BothSides,
          trays: Trays,
          sizes: (['A4', 'Letter'] as const).filter((size) => Sizes.some((each) => each.toLowerCase() === size.toLowerCase())),
        },
      };
    });
  }

  /** The file that SumatraPDF reads lies in a folder of this user only, and is taken away whatever happens. */
  async print(pdf: Uint8Array, request: PrintRequest): Promise<string> {
    if (this.#sumatra === null) throw new PortFault('notSent', 'noSpooler');
    const folder = await mkdtemp(join(tmpdir(), 'consultleaf-print-'));
    const file = join(folder, `${request.title.replace(/[^\w-]+/g, '-')}.pdf`);
    try {
      await writeFile(file, pdf, { mode: 0o600 });
      const values = {
        CL_SUMATRA: this.#sumatra,
        CL_PRINTER: request.printer,
        CL_SETTINGS: sumatraSettings(request),
        CL_FILE: file,
      };
      const id = await this.#run(`${FIND_JOB}\n${PRINT}`, values, DOCUMENT_MS).catch(() => '');
      if (!/^\d+$/.test(id)) throw new PortFault('noAnswer', 'noAnswer');
      return id;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async status(printer: string, jobId: string): Promise<FoundJob> {
    const found = z.array(jobSchema).safeParse(await this.#json(JOB, { CL_PRINTER: printer, CL_JOB: jobId }));
    if (!found.success) throw new PortFault('noAnswer', 'noAnswer');
    const [job] = found.data;
    // The spooler takes a job out of its list once it is printed, or deleted.
    if (!job) return { state: 'left', pagesOut: null, begun: true };
    const rest = { pagesOut: job.PagesPrinted, begun: true };
    if (/Deleting|Deleted/.test(job.JobStatus)) return { state: 'cancelled', ...rest };
    if (/Error|Offline|PaperOut|Blocked|UserIntervention|Paused/.test(job.JobStatus)) return { state: 'stopped', ...rest };
    if (/Printed|Completed|Complete/.test(job.JobStatus)) return { state: 'completed', ...rest };
    return { state: /Printing/.test(job.JobStatus) ? 'printing' : 'waiting', ...rest };
  }

  async cancel(printer: string, jobId: string): Promise<void> {
    await this.#ask(REMOVE_JOB, { CL_PRINTER: printer, CL_JOB: jobId });
  }

  async resume(printer: string): Promise<void> {
    await this.#ask(RESUME, { CL_PRINTER: printer });
  }

  async #ask(script: string, values: Record<string, string>): Promise<string> {
    try {
      return await this.#run(script, values, QUESTION_MS);
    } catch {
      throw new PortFault('notSent', 'noSpooler');
    }
  }

  async #json(script: string, values: Record<string, string>): Promise<unknown> {
    const text = await this.#ask(script, values);
    try {
      return JSON.parse(text === '' ? '[]' : text);
    } catch {
      throw new PortFault('notSent', 'noSpooler');
    }
  }
}
