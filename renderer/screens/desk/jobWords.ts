import type { Printer, PrintJob } from '#core/contract/printing.ts';
import type { HandedTo, PrintOrder } from '#core/domain/printing.ts';
import { inZone } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';
import type { StatusKind } from '../../ui/StatusIcon.tsx';

export const STATE_KINDS: Record<PrintJob['state'], StatusKind> = {
  waiting: 'waiting',
  sent: 'here',
  printing: 'here',
  done: 'ok',
  failed: 'bad',
  unknown: 'unknown',
  removed: 'none',
};

export const PRINTER_KINDS: Record<Printer['state'], StatusKind> = { ready: 'ok', printing: 'here', stuck: 'bad' };

/** The name of a printer as people here call it; its id where it is gone. */
export function printerName(printers: readonly Printer[], id: string | undefined): string {
  return printers.find((printer) => printer.id === id)?.name ?? id ?? '';
}

/** What there is to say and do about a paper in its state, in a line. */
export function jobLine(job: PrintJob, printers: readonly Printer[], timeZone: string): string {
  const printer = printerName(printers, job.order?.printer);
  const reason = job.reason ? translate(`desk.reason.${job.reason}`) : '';
  if (job.cancelling) return translate('desk.now.stopping');
  switch (job.state) {
    case 'waiting':
      if (job.order === null) return reason || translate('desk.now.notAsked');
      return [
        job.place === null ? translate('desk.now.on', { printer }) : translate('desk.now.place', { place: job.place, printer }),
        reason,
      ]
        .filter(Boolean)
        .join('. ');
    case 'sent':
    case 'printing': {
      const part = job.now?.part ?? 'paper';
      if (part !== 'paper') return translate('desk.now.part', { printer, part: translate(`desk.part.${part}`) });
      const out = job.now?.pagesOut ?? 0;
      const pages = job.pages * (job.order?.copies ?? 1);
      return out === 0 ? translate('desk.now.on', { printer }) : translate('desk.now.page', { printer, out, pages });
    }
    case 'done':
      if (job.handedOver) return translate('desk.now.handed', { time: inZone(job.handedOver.at, timeZone).time });
      if (!job.cameOut) return translate('desk.now.allRight');
      if (job.cameOut.answer === 'notRight') return translate('desk.now.notRight');
      return job.cameOut.answer === 'wrongPrinter' ? translate('desk.now.wrongPrinter', { printer }) : translate('desk.now.handOver');
    case 'unknown':
      return translate('desk.now.look');
    case 'failed':
    case 'removed':
      return reason;
  }
}

/** A person can do something about it now: it waits for no printer. */
export function needsPerson(job: PrintJob): boolean {
  if (job.state === 'waiting') return job.order === null;
  return job.state === 'failed' || job.state === 'unknown' || (job.state === 'done' && !isOver(job));
}

/** Everything is done with it: nobody has to look at it any more. */
export function isOver(job: PrintJob): boolean {
  return job.state === 'removed' || (job.state === 'done' && job.handedOver !== null);
}

/** Who may take the paper, in words. */
export function collectors(job: PrintJob): string {
  return [translate('desk.herself'), ...job.mayCollect.map(({ name, relation }) => `${name} (${translate(`relation.${relation}`)})`)].join(
    ', ',
  );
}

/** Who took a paper, in a word or by the name that she gave. */
export function handedTo(to: HandedTo): string {
  return to.kind === 'herself' ? translate('desk.herself') : to.name;
}

/** Pages and copies, and what stands out about a paper. */
export function paperFacts({ pages, version, copyOf, order }: PrintJob): string {
  return [
    translate('desk.pages', { pages }),
    translate('desk.copiesOf', { copies: order?.copies ?? 1 }),
    ...(version > 1 ? [translate('desk.version', { version })] : []),
    ...(copyOf === null ? [] : [translate('desk.copy')]),
  ].join(', ');
}

/** What is asked for where nobody says otherwise; null where no printer is the usual one and there are several. */
export function usualOrder(
  job: PrintJob,
  { printers, usualPrinter, usualParts }: { printers: readonly Printer[]; usualPrinter: string | null; usualParts: PrintOrder['parts'] },
): PrintOrder | null {
  const asked = job.order?.printer ?? usualPrinter ?? (printers.length === 1 ? printers[0]?.id : undefined);
  // What failed where the printer stands still is not offered there again while another one takes papers.
  const isStuck = printers.some(({ id, state }) => id === asked && state === 'stuck');
  const ready = printers.filter(({ state }) => state !== 'stuck');
  const instead = ready.find(({ id }) => id === usualPrinter) ?? ready[0];
  const printer = job.state === 'failed' && isStuck && instead ? instead.id : asked;
  if (printer === undefined || !printers.some(({ id }) => id === printer)) return null;
  const parts = (job.order?.parts ?? usualParts).filter((part) => part !== 'clinicCopy' || job.hasClinicCopy);
  return { printer, copies: job.order?.copies ?? 1, parts: parts.length > 0 ? parts : ['paper'] };
}
