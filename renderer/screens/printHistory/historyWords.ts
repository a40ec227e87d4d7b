import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import type { PrintAct } from '#core/domain/printActs.ts';
import { translate } from '../../text/i18n.ts';
import type { StatusKind } from '../../ui/StatusIcon.tsx';

export const ACT_KINDS: Record<PrintAct, StatusKind> = {
  asked: 'waiting',
  printed: 'ok',
  elsewhere: 'ok',
  cancelled: 'none',
  removed: 'none',
  failed: 'bad',
  unknown: 'unknown',
  lookedThere: 'ok',
  lookedNotThere: 'bad',
  allRight: 'ok',
  notRight: 'bad',
  wrongPrinter: 'warn',
  handedOver: 'done',
  filed: 'paper',
};

/** What there is to say of an act besides what it was: where it was printed, why not, who took the paper. */
export function actDetail({ act, order, reason, handed }: PrintHistoryRow): string {
  if (handed) {
    const who = handed.to.kind === 'herself' ? translate('desk.herself') : handed.to.name;
    return translate('history.handed', { who, what: translate(`desk.identifier.${handed.checked}`) });
  }
  if (reason) return translate(`desk.reason.${reason}`);
  if (order && (act === 'asked' || act === 'printed')) return translate('history.on', { printer: order.printer, copies: order.copies });
  return '';
}
