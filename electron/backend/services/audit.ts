import { fromDate, parseDate } from '@internationalized/date';
import type { AuditFilter } from '#core/contract/audit.ts';
import { actionsOf, groupOf } from '#core/domain/auditActions.ts';
import { csv } from '#core/domain/csv.ts';
import type { AuditEntry, AuditQuery, ChainBreak, ChainEnd } from '../store/auditCommands.ts';
import type { Actor, Store } from '../store/store.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';

const PAGE = 200;
/** Rows that are read or checked in one command: other windows' commands come between. */
const PART = 2000;
/** A file of more is slow to make and too large for many spreadsheets. */
const LARGEST_EXPORT = 100_000;

const COLUMNS = ['Row', 'Date', 'Time', 'Time zone', 'Person', 'Group', 'Action', 'About'];

/** The filter as the store has it: a group is its actions, days are instants in the clinic's zone. */
function queryOf({ userId, group, patientId, from, to }: AuditFilter, timeZone: string): AuditQuery {
  const startOf = (day: ReturnType<typeof parseDate>) => day.toDate(timeZone).toISOString();
  return {
    ...(userId === undefined ? {} : { userId }),
    ...(group === undefined ? {} : { actions: actionsOf(group) }),
    ...(patientId === undefined ? {} : { patientId }),
    ...(from === undefined ? {} : { from: startOf(parseDate(from)) }),
    ...(to === undefined ? {} : { until: startOf(parseDate(to).add({ days: 1 })) }),
  };
}

/** Walks the whole chain in parts. */
async function checkAll(store: Store, actor: Actor): Promise<{ rows: number; broken: ChainBreak | null }> {
  let after: ChainEnd | null = null;
  for (;;) {
    const part: { end: ChainEnd; broken: ChainBreak | null; done: boolean } = await store.run('audit.walk', { after, rows: PART }, actor);
    if (part.done) return { rows: part.end.seq, broken: part.broken };
    after = part.end;
  }
}

/** Every matching row, the newest first. NOT_READY when they are too many for one file. */
async function readAll(store: Store, filter: AuditQuery, actor: Actor): Promise<AuditEntry[]> {
  const all: AuditEntry[] = [];
  for (;;) {
    const before = all.at(-1)?.seq ?? null;
    const { rows, more } = await store.run('audit.page', { filter, before, limit: PART, purpose: 'export' }, actor);
    all.push(...rows);
    if (!more) return all;
    if (all.length >= LARGEST_EXPORT)
      throw fault(
        'NOT_READY',
        `More than ${LARGEST_EXPORT.toLocaleString('en')} rows match. Choose fewer days and export them in parts.`,
        {},
      );
  }
}

function lineOf({ seq, at, by, action, subject }: AuditEntry, timeZone: string): (string | number)[] {
  const there = fromDate(new Date(at), timeZone).toString();
  return [seq, there.slice(0, 10), there.slice(11, 19), timeZone, by ?? 'the program', groupOf(action), action, subject ?? ''];
}

const stateOf = ({ rows, broken }: { rows: number; broken: ChainBreak | null }) =>
  broken
    ? `The log does NOT hold: it was changed outside the program, first at row ${broken.seq}.`
    : `The whole log of ${rows} rows was checked and is as the program wrote it.`;

/** The log of who did what, for administrators. Looking at it, checking it and exporting it are rows of it. */
export function auditHandlers(os: Base, services: Services) {
  const { now } = services;
  return {
    list: os.audit.list.handler(async ({ context, input: { filter, before } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { timeZone } = await signIn.store.run('clinic.read', null, actor);
      const asked = { filter: queryOf(filter, timeZone), before, limit: PAGE, purpose: 'view' } as const;
      const { rows, more } = await signIn.store.run('audit.page', asked, actor);
      return { rows: rows.map((row) => ({ ...row, group: groupOf(row.action) })), more };
    }),

    verify: os.audit.verify.handler(async ({ context }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { rows, broken } = await checkAll(signIn.store, actor);
      await signIn.store.run('audit.add', { action: 'audit.verify', subject: null }, actor);
      return { rows, firstBad: broken?.seq ?? null };
    }),

    export: os.audit.export.handler(async ({ context, input: { filter } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { timeZone } = await signIn.store.run('clinic.read', null, actor);
      const rows = await readAll(signIn.store, queryOf(filter, timeZone), actor);
      const checked = await checkAll(signIn.store, actor);
      await signIn.store.run('audit.add', { action: 'audit.export', subject: null }, actor);
      const today = todayIn(timeZone, now());
      const oldest = rows.at(-1);
      const from = filter.from ?? (oldest ? todayIn(timeZone, new Date(oldest.at)) : today);
      const text = csv([COLUMNS, ...rows.map((row) => lineOf(row, timeZone)), [stateOf(checked)]]);
      return {
        fileName: `log-${from}-to-${filter.to ?? today}.csv`,
        base64: Buffer.from(text, 'utf8').toString('base64'),
        rows: rows.length,
      };
    }),
  };
}
