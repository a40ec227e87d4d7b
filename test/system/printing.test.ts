import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { IppPort } from '#backend/printing/ippPort.ts';
import type { PrinterPort } from '#backend/printing/port.ts';
import type { PrintJob } from '#core/contract/printing.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { DeskPaperOrder } from '#core/contract/slips.ts';
import { LABEL_SHEET_IDS } from '#core/domain/deskPaper.ts';
import { readPdf } from '../../electron/cli/check/readPdf.ts';
import { resourcesDir, TestBackend } from '../support/backend.ts';
import { type Client, overPorts, type Transport } from '../support/transports.ts';
import { PrintShop } from './printShop.ts';
import { pageDifference } from './samePages.ts';

/** Below: the same page, drawn by two programs. Above: something is missing, moved or of another size. */
const SAME = 0.3;

/** How another program prints. */
const FOREIGN = { title: 'letter', copies: 1, sides: 'one', media: 'A4', scaling: 'none', tray: null } as const;

const shop = new PrintShop();
let running: TestBackend;
let transport: Transport;
let client: Client;
let version: HandoutVersion;
/** Every document as it left the program. */
const sent: Buffer[] = [];

/** A port that also keeps what is sent. */
const keeping = (port: PrinterPort): PrinterPort => ({
  get there() {
    return port.there;
  },
  goodForMs: port.goodForMs,
  listPrinters: () => port.listPrinters(),
  print: (pdf, request) => {
    sent.push(Buffer.from(pdf));
    return port.print(pdf, request);
  },
  status: (printer, job) => port.status(printer, job),
  cancel: (printer, job) => port.cancel(printer, job),
  resume: (printer) => port.resume(printer),
});

beforeAll(async () => {
  await shop.open();
  running = new TestBackend();
  running.now = new Date();
  const server = { socketPath: shop.socket, user: 'root' };
  running.printers = keeping(new IppPort({ kind: 'cups', server, there: () => true }));
  transport = await overPorts(running.backend);
  client = await transport.openWindow();
  await client.app.openSample();
  version = await finalPaper();
}, 240_000);
afterAll(async () => {
  try {
    await transport.close();
    await running.close();
  } finally {
    await shop.close();
  }
});

async function finalPaper(): Promise<HandoutVersion> {
  const [patient] = (await client.patients.recent()).rows;
  const { id: consultationId } = await client.consultations.start({ patientId: patient?.id ?? '', packId: 'tacrolimus-fertility' });
  const { program, topic } = (await loadSampleVisit(resourcesDir)).answers;
  const answers = [program, topic].map((each) => Object.entries(each));
  const [ours = [], theirs = []] = answers;
  const changes = [
    ...ours.map(([id, value]) => ({ key: `program.${id}`, value })),
    ...theirs.map(([id, value]) => ({ key: `topic.${id}`, value })),
  ];
  const { rev } = await client.consultations.saveAnswers({ consultationId, changes, rev: 1 });
  return client.consultations.makeFinal({ consultationId, rev });
}
const jobNow = async (id: string) => (await client.printing.queue()).jobs.find((job) => job.id === id);
const until = (id: string, is: Partial<PrintJob>, timeout = 60_000) =>
  expect.poll(() => jobNow(id), { timeout, interval: 300 }).toMatchObject(is);
const printerNow = async (printer: string) => (await client.printing.queue()).printers.find(({ id }) => id === printer);

/** Asks for the paper once more and gives its job. */
async function print(printer: string, copies = 1): Promise<string> {
  const order = { printer, copies, parts: ['paper' as const] };
  return (await client.printing.reprint({ versionId: version.id, language: 'en', order })).id;
}
async function set(printer: string, setting: { sides: 'one' | 'both'; size: 'A4' | 'Letter'; tray: string | null }) {
  const settings = await client.printing.settings();
  await client.printing.saveSettings({ ...settings, printers: [{ id: printer, ...setting }] });
}
const pdfOf = (at: number) => sent.at(at) ?? Buffer.alloc(0);

test('both printers are found, with what they can do', async () => {
  const { printers, system } = await client.printing.queue();
  expect(system).toBe('there');
  expect(printers.map(({ id, state }) => [id, state])).toEqual([
    ['Eve', 'ready'],
    ['PDF', 'ready'],
  ]);
  expect(printers[0]?.can).toMatchObject({ bothSides: true, sizes: ['A4', 'Letter'] });
  expect(printers[0]?.can.trays).toContain('manual');
});

test('A4 on both sides, two copies, from a tray: so it arrives, and the pages that come out are those of the PDF', async () => {
  await set('Eve', { sides: 'both', size: 'A4', tray: 'manual' });
  const [job] = (await client.printing.queue()).jobs;
  const id = job?.id ?? '';
  await client.printing.print({ id, order: { printer: 'Eve', copies: 2, parts: ['paper'] } });
  await until(id, { state: 'done', partsDone: ['paper'] });
  const [sheet, ...more] = shop.takeSheets();
  expect(more).toEqual([]);
  expect(sheet?.how).toMatchObject({ IPP_COPIES: '2', IPP_SIDES: 'two-sided-long-edge' });
  expect(sheet?.how.IPP_MEDIA_COL).toMatch(/x-dimension=21000 y-dimension=29700.*media-source=manual/);
  expect(pageDifference(pdfOf(-1), sheet?.pdf ?? Buffer.alloc(0))).toBeLessThan(SAME);
});

test('on Letter the same paper is made to fit, and no word is lost', async () => {
  await set('Eve', { sides: 'one', size: 'Letter', tray: null });
  const id = await print('Eve');
  await until(id, { state: 'done' });
  const [sheet] = shop.takeSheets();
  expect(sheet?.how).toMatchObject({ IPP_SIDES: 'one-sided' });
  expect(`${sheet?.how.IPP_MEDIA ?? ''} ${sheet?.how.IPP_MEDIA_COL ?? ''}`).toMatch(/na_letter|x-dimension=21590 y-dimension=27940/);
  const words = async (pdf: Buffer) => (await readPdf(pdf)).pages.map(({ text }) => text.replace(/\s+/g, ''));
  expect(await words(sheet?.pdf ?? Buffer.alloc(0))).toEqual(await words(pdfOf(-1)));
  expect(pageDifference(pdfOf(-1), sheet?.pdf ?? Buffer.alloc(0))).toBeGreaterThan(SAME);
  await set('Eve', { sides: 'both', size: 'A4', tray: null });
});

test('the virtual printer that writes files gives the same pages', async () => {
  const id = await print('PDF');
  await until(id, { state: 'done' });
  const [file, ...more] = shop.takeFiles();
  expect(more).toEqual([]);
  expect(pageDifference(pdfOf(-1), file ?? Buffer.alloc(0))).toBeLessThan(SAME);
});

test('a slip and a sheet of labels come out once, each label where its sheet has it, whatever paper the printer is set up for', async () => {
  const [patient] = (await client.patients.recent()).rows;
  const paperOf = async (paper: DeskPaperOrder): Promise<Buffer> => {
    const order = { patientId: patient?.id ?? '', paper, printer: 'Eve', requestId: randomUUID() };
    // A window that has lost its connection asks again.
    await Promise.all([client.slips.print(order), client.slips.print(order)]);
    await expect.poll(() => shop.outCount(), { timeout: 60_000 }).toBe(1);
    return pdfOf(-1);
  };
  const slip = await paperOf({ kind: 'slip', language: 'hi' });
  const [slipOut] = shop.takeSheets();
  expect(slipOut?.how.IPP_COPIES ?? '1').toBe('1');
  expect(slipOut?.how).toMatchObject({ IPP_SIDES: 'one-sided' });
  expect(pageDifference(slip, slipOut?.pdf ?? Buffer.alloc(0))).toBeLessThan(SAME);

  await set('Eve', { sides: 'both', size: 'Letter', tray: null });
  const labels = await paperOf({ kind: 'labels', language: 'en', sheet: LABEL_SHEET_IDS[0], start: 5, count: 3 });
  const [labelsOut] = shop.takeSheets();
  expect(`${labelsOut?.how.IPP_MEDIA ?? ''} ${labelsOut?.how.IPP_MEDIA_COL ?? ''}`).toMatch(/iso_a4|x-dimension=21000 y-dimension=29700/);
  expect(labelsOut?.how).toMatchObject({ IPP_SIDES: 'one-sided' });
  expect(pageDifference(labels, labelsOut?.pdf ?? Buffer.alloc(0))).toBeLessThan(SAME);
  await set('Eve', { sides: 'both', size: 'A4', tray: null });
});

test('no paper: the printer is stuck and says why, the other one goes on, and with paper it goes on by itself, once', async () => {
  shop.set('no-paper', true);
  const id = await print('Eve');
  const behind = await print('Eve');
  await expect
    .poll(() => printerNow('Eve'), { timeout: 60_000, interval: 300 })
    .toMatchObject({ state: 'stuck', reason: 'paperOut', waiting: 1 });
  await until(await print('PDF'), { state: 'done' });
  expect(await jobNow(behind)).toMatchObject({ state: 'waiting', place: 1 });
  expect((await jobNow(id))?.state).toMatch(/sent|printing/);
  shop.set('no-paper', false);
  await until(id, { state: 'done' });
  await until(behind, { state: 'done' });
  expect(shop.takeSheets().map(({ how }) => how.IPP_JOB_NAME)).toEqual([`${version.code} v1 copy`, `${version.code} v1 copy`]);
  shop.takeFiles();
});

test('a printer that is off: the paper stands there, the printer says off on a computer that speaks German too, and comes out once when it is on again', async () => {
  await shop.stopEve();
  const id = await print('Eve');
  await expect.poll(() => printerNow('Eve'), { timeout: 60_000, interval: 300 }).toMatchObject({ state: 'stuck', reason: 'off' });
  expect((await jobNow(id))?.state).toMatch(/waiting|sent|printing/);
  // CUPS has counted all pages by now; nobody is told that they came out.
  expect((await jobNow(id))?.now?.pagesOut).toBeNull();
  await shop.startEve();
  await until(id, { state: 'done' }, 120_000);
  expect(shop.takeSheets()).toHaveLength(1);
});

test('cancelled in the middle nobody knows what lies in the tray, and the next one prints; cancelled before it began nothing does', async () => {
  shop.set('slow', true);
  const id = await print('Eve');
  await until(id, { state: 'printing' });
  await client.printing.cancel({ id });
  await until(id, { state: 'unknown', reason: 'cancelled' });
  shop.set('slow', false);
  await until(await print('Eve'), { state: 'done' });
  await client.printing.looked({ id, found: 'notThere' });
  expect(await jobNow(id)).toMatchObject({ state: 'failed', reason: 'notThere' });
  // A paper of another program is at the printer: ours waits behind it in CUPS, and is cancelled there.
  shop.set('slow', true);
  const other = await running.printers.print(pdfOf(0), { ...FOREIGN, printer: 'Eve' });
  await expect.poll(() => running.printers.status('Eve', other), { timeout: 60_000 }).toMatchObject({ state: 'printing' });
  const unbegun = await print('Eve');
  await until(unbegun, { state: 'sent', now: { part: 'paper', pagesOut: null } });
  await client.printing.cancel({ id: unbegun });
  await until(unbegun, { state: 'failed', reason: 'cancelled' });
  shop.set('slow', false);
  await expect.poll(() => running.printers.status('Eve', other), { timeout: 60_000 }).toMatchObject({ state: 'completed' });
  shop.takeSheets();
});

test('the spooler is killed: nobody knows, nothing is sent again, and a person who looked decides', async () => {
  shop.set('slow', true);
  const id = await print('Eve');
  await until(id, { state: 'printing' });
  const jobs = shop.jobCount();
  await shop.killCups();
  await expect.poll(async () => (await client.printing.queue()).system, { timeout: 60_000, interval: 300 }).toBe('down');
  await until(id, { state: 'unknown', reason: 'lostSight' });
  const meanwhile = await print('Eve').catch((error: { code: string }) => error.code);
  shop.set('slow', false);
  await shop.startCups();
  await expect.poll(async () => (await client.printing.queue()).system, { timeout: 60_000, interval: 300 }).toBe('there');
  expect(shop.jobCount()).toBeLessThanOrEqual(jobs);
  if ((await jobNow(id))?.state === 'unknown') await client.printing.looked({ id, found: 'there' });
  await until(id, { state: 'done' });
  if (/^[0-9a-f-]{36}$/.test(String(meanwhile))) await until(String(meanwhile), { state: 'done' });
});

test('what the printing system was told names papers by their codes, never a person', () => {
  const told = shop.jobFiles().toString('latin1');
  expect(told).toContain(`${version.code} v1`);
  expect(told).not.toMatch(/SUNITA|DEVI|sample\)/);
});

test('a printer that speaks IPP itself gets the very bytes', async () => {
  const source = { id: 'eve', server: { host: 'localhost', port: shop.evePort, user: 'reception' }, path: '/ipp/print' };
  const port = new IppPort({ kind: 'printers', printers: [source] });
  shop.takeSheets();
  const request = {
    printer: 'eve',
    title: 'CL-7K2M-94QX v1',
    copies: 3,
    sides: 'one',
    media: 'A4',
    scaling: 'none',
    tray: 'main',
  } as const;
  const job = await port.print(pdfOf(0), request);
  await expect.poll(() => port.status('eve', job), { timeout: 60_000 }).toMatchObject({ state: 'completed' });
  const [sheet] = shop.takeSheets();
  expect(sheet?.pdf.equals(pdfOf(0))).toBe(true);
  expect(sheet?.how).toMatchObject({ IPP_COPIES: '3', IPP_SIDES: 'one-sided', IPP_PRINT_SCALING: 'none' });
});
