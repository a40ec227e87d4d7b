import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { PrintHistoryFilter, PrintHistoryRow } from '#core/contract/printHistory.ts';
import { PRINT_ACTS, type PrintAct, type PrintActGroup } from '#core/domain/printActs.ts';
import { keepCalls } from './memoryCalls.ts';

const PAGE = 100;
const ACTS: Record<PrintActGroup, readonly PrintAct[]> = {
  printed: ['printed', 'elsewhere'],
  handedOver: ['handedOver'],
  cancelled: ['cancelled', 'removed'],
  trouble: ['failed', 'unknown', 'lookedThere', 'lookedNotThere'],
  asked: ['asked'],
  checked: ['allRight', 'notRight', 'wrongPrinter'],
  filed: ['filed'],
};

/** One row; everything that isn't given follows from its number. A minute lies between two. */
export function historyRow(seq: number, row: Partial<PrintHistoryRow> = {}): PrintHistoryRow {
  const act = row.act ?? PRINT_ACTS[seq % PRINT_ACTS.length] ?? 'printed';
  return {
    seq,
    at: new Date(Date.parse('2026-12-01T03:00:00.000Z') + seq * 60_000).toISOString(),
    act,
    by: 'R. SAMPLE',
    patient: { id: '00000000-0000-4000-8000-000000004821', name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821' },
    code: 'TF-0001',
    version: 1,
    language: 'en',
    pages: 4,
    order: { printer: 'Front desk', copies: 1 },
    reason: act === 'failed' ? 'paperOut' : act === 'unknown' ? 'noAnswer' : null,
    handed: act === 'handedOver' ? { to: { kind: 'named', name: 'RAMESH' }, checked: 'phoneEnd' } : null,
    ...row,
  };
}

function fits({ group, patientId, from, to }: PrintHistoryFilter, { act, patient, at }: PrintHistoryRow): boolean {
  const day = at.slice(0, 10);
  return (!group || ACTS[group].includes(act)) && (!patientId || patient.id === patientId) && (!from || day >= from) && (!to || day <= to);
}

/** The history's procedures over memory. */
export function memoryPrintHistory(state: { printHistory: PrintHistoryRow[]; calls: { path: string; input: unknown }[] }) {
  const os = implement(contract).use(keepCalls(state)).printHistory;
  const found = (filter: PrintHistoryFilter) => state.printHistory.filter((row) => fits(filter, row)).sort((a, b) => b.seq - a.seq);
  return {
    list: os.list.handler(({ input: { filter, before } }) => {
      const older = found(filter).filter(({ seq }) => before === null || seq < before);
      return { rows: older.slice(0, PAGE), more: older.length > PAGE };
    }),
    export: os.export.handler(({ input }) => {
      const rows = found(input.filter);
      return {
        fileName: 'print-history-2026-12-01-to-2026-12-02.csv',
        base64: btoa(rows.map(({ seq }) => seq).join('\n')),
        rows: rows.length,
      };
    }),
  };
}
