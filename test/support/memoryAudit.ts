import { implement } from '@orpc/server';
import type { AuditFilter, AuditRow } from '#core/contract/audit.ts';
import { contract } from '#core/contract/contract.ts';
import { AUDIT_ACTIONS, type AuditAction, actionsOf } from '#core/domain/auditActions.ts';
import { keepCalls } from './memoryCalls.ts';

/** The log as a backend in memory holds it; `who` and `whom` are what the filter asks for. */
export interface MemoryAudit {
  rows: (AuditRow & { who: string; whom: string | null })[];
  /** The row that the check finds to be bad. */
  firstBad: number | null;
  /** What the check waits for before it answers. */
  gate: Promise<void>;
}

export const memoryAuditState = (): MemoryAudit => ({ rows: [], firstBad: null, gate: Promise.resolve() });

const PAGE = 200;
const ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** One row; everything that isn't given follows from its number. A minute lies between two. */
export function auditRow(seq: number, row: Partial<MemoryAudit['rows'][number]> = {}): MemoryAudit['rows'][number] {
  const action = (row.action as AuditAction | undefined) ?? ACTIONS[seq % ACTIONS.length] ?? 'patient.view';
  const at = new Date(Date.parse('2026-12-01T03:00:00.000Z') + seq * 60_000).toISOString();
  return { seq, at, by: 'Dr A. SAMPLE', action, group: AUDIT_ACTIONS[action], subject: null, who: 'system', whom: null, ...row };
}

function fits(filter: AuditFilter, row: MemoryAudit['rows'][number]): boolean {
  const day = row.at.slice(0, 10);
  return (
    (!filter.userId || row.who === filter.userId) &&
    (!filter.group || actionsOf(filter.group).some((action) => action === row.action)) &&
    (!filter.patientId || row.whom === filter.patientId) &&
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to)
  );
}

/** The log's procedures over memory. */
export function memoryAudit(state: { audit: MemoryAudit; calls: { path: string; input: unknown }[] }) {
  const os = implement(contract).use(keepCalls(state)).audit;
  const found = (filter: AuditFilter) => state.audit.rows.filter((row) => fits(filter, row)).sort((a, b) => b.seq - a.seq);
  return {
    list: os.list.handler(({ input }) => {
      const older = found(input.filter).filter(({ seq }) => input.before === null || seq < input.before);
      return { rows: older.slice(0, PAGE).map(({ who: _, whom: __, ...row }) => row), more: older.length > PAGE };
    }),
    verify: os.verify.handler(async () => {
      await state.audit.gate;
      return { rows: state.audit.rows.length, firstBad: state.audit.firstBad };
    }),
    export: os.export.handler(({ input }) => {
      const rows = found(input.filter);
      const lines = rows.map(({ seq, at, action }) => `${seq},${at},${action}`);
      return { fileName: 'consultleaf-log-2026-12-02.csv', base64: btoa(lines.join('\n')), rows: rows.length };
    }),
  };
}
