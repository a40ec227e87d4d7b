import type { PrintEvent, PrintEventKind } from './printing.ts';

/** What the history of printing tells of a paper: each is one event of a job that somebody may ask for later. */
export const PRINT_ACTS = [
  'asked',
  'printed',
  'elsewhere',
  'cancelled',
  'removed',
  'failed',
  'unknown',
  'lookedThere',
  'lookedNotThere',
  'allRight',
  'notRight',
  'wrongPrinter',
  'handedOver',
  'filed',
] as const;
export type PrintAct = (typeof PRINT_ACTS)[number];

/** Groups of acts, as the screen filters them, in its order. */
export const PRINT_ACT_GROUPS = ['printed', 'handedOver', 'cancelled', 'trouble', 'asked', 'checked', 'filed'] as const;
export type PrintActGroup = (typeof PRINT_ACT_GROUPS)[number];

/** The events that make up a group. */
export const GROUP_EVENTS: Record<PrintActGroup, readonly PrintEventKind[]> = {
  printed: ['done', 'elsewhere'],
  handedOver: ['handedOver'],
  cancelled: ['withdrawn', 'cancelAsked', 'removed'],
  trouble: ['failed', 'unknown', 'looked'],
  asked: ['asked'],
  checked: ['cameOut'],
  filed: ['filed'],
};

/** Every event that the history tells; the steps of the printer in between are left out. */
export const TOLD_EVENTS: readonly PrintEventKind[] = PRINT_ACT_GROUPS.flatMap((group) => GROUP_EVENTS[group]);

/** What an event is called in the history; null for a step in between. */
export function actOf(event: PrintEvent): PrintAct | null {
  switch (event.kind) {
    case 'asked':
    case 'elsewhere':
    case 'removed':
    case 'failed':
    case 'unknown':
    case 'handedOver':
    case 'filed':
      return event.kind;
    case 'done':
      return 'printed';
    case 'withdrawn':
    case 'cancelAsked':
      return 'cancelled';
    case 'looked':
      return event.found === 'there' ? 'lookedThere' : 'lookedNotThere';
    case 'cameOut':
      return event.answer;
    default:
      return null;
  }
}
