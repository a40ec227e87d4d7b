import { fromDate, parseDate } from '@internationalized/date';
import type { PrintHistoryFilter, PrintHistoryRow } from '#core/contract/printHistory.ts';
import { csv } from '#core/domain/csv.ts';
import { GROUP_EVENTS } from '#core/domain/printActs.ts';
import type { PrintHistoryQuery } from '../store/deskCommands.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import type { SignIn } from './signIns.ts';

const PAGE = 100;
/** Rows that are read in one command: other windows' commands come between. */
const PART = 2000;
/** A file of more is slow to make and too large for many spreadsheets. */
const LARGEST_EXPORT = 100_000;

const COLUMNS = [
  'Date',
  'Time',
  'Time zone',
  'What',
  'Person',
  'Record number',
  'Paper',
  'Version',
  'Language',
  'Pages',
  'Copies',
  'Printer',
  'Why',
  'Handed to',
  'Compared',
];

/** The filter as the store has it: a group is its events, days are instants in the clinic's zone. */
function queryOf({ group, patientId, from, to }: PrintHistoryFilter, timeZone: string): PrintHistoryQuery {
  const startOf = (day: ReturnType<typeof parseDate>) => day.toDate(timeZone).toISOString();
  return {
    ...(group === undefined ? {} : { kinds: GROUP_EVENTS[group] }),
    ...(patientId === undefined ? {} : { patientId }),
    ...(from === undefined ? {} : { from: startOf(parseDate(from)) }),
    ...(to === undefined ? {} : { until: startOf(parseDate(to).add({ days: 1 })) }),
  };
}

/** The name of an act, a reason or what was compared as a person reads it: `handedOver` is "handed over". */
const plain = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A line of the file. Of who took a paper it says only whether she herself did: a name stays in the records. */
function lineOf(row: PrintHistoryRow, timeZone: string): (string | number)[] {
  const { at, act, by, patient, code, version, language, pages, order, reason, handed } = row;
  const there = fromDate(new Date(at), timeZone).toString();
  return [
    there.slice(0, 10),
    there.slice(11, 19),
    timeZone,
    plain(act),
    by ?? 'the program',
    patient.recordNumber,
    code,
    version,
    language,
    pages,
    order?.copies ?? '',
    order?.printer ?? '',
    plain(reason ?? ''),
    handed ? (handed.to.kind === 'herself' ? 'herself' : 'somebody she named') : '',
    plain(handed?.checked ?? ''),
  ];
}

/** The history of reception's queue, and it as a file. */
export function printHistoryHandlers(os: Base, services: Services) {
  const { now } = services;

  async function read(signIn: SignIn, filter: PrintHistoryQuery): Promise<PrintHistoryRow[]> {
    const all: PrintHistoryRow[] = [];
    for (;;) {
      const before = all.at(-1)?.seq ?? null;
      const { rows, more } = await signIn.store.run('printing.history', { filter, before, limit: PART }, actorOf(signIn, now));
      all.push(...rows);
      if (!more) return all;
      if (all.length >= LARGEST_EXPORT) throw fault('NOT_READY', 'More than 100,000 rows match. Choose fewer days and save them in parts.');
    }
  }

  return {
    list: os.printHistory.list.handler(async ({ context, input: { filter, before } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { timeZone } = await signIn.store.run('clinic.read', null, actor);
      return signIn.store.run('printing.history', { filter: queryOf(filter, timeZone), before, limit: PAGE }, actor);
    }),

    export: os.printHistory.export.handler(async ({ context, input: { filter } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { timeZone } = await signIn.store.run('clinic.read', null, actor);
      const rows = await read(signIn, queryOf(filter, timeZone));
      await signIn.store.run('audit.add', { action: 'print.history', subject: filter.patientId ?? null }, actor);
      const today = todayIn(timeZone, now());
      const oldest = rows.at(-1);
      const from = filter.from ?? (oldest ? todayIn(timeZone, new Date(oldest.at)) : today);
      const text = csv([COLUMNS, ...rows.map((row) => lineOf(row, timeZone))]);
      return {
        fileName: `print-history-${from}-to-${filter.to ?? today}.csv`,
        base64: Buffer.from(text, 'utf8').toString('base64'),
        rows: rows.length,
      };
    }),
  };
}
