import type { PrintJob } from '#core/contract/printing.ts';
import { translate } from '../../text/i18n.ts';

/** Papers that can be printed at once, with the number of them in the label. */
export interface Batch {
  id: string;
  label: string;
  ids: string[];
}

/** A paper that waits and that nobody has asked for yet. */
const isFree = ({ state, order, replacedBy }: PrintJob) => state === 'waiting' && order === null && replacedBy === null;

function groups(jobs: readonly PrintJob[], nameOf: (job: PrintJob) => string): [string, PrintJob[]][] {
  const found = Map.groupBy(jobs, nameOf);
  // One group is all of them.
  return found.size > 1 ? [...found].sort(([one], [other]) => (one < other ? -1 : 1)) : [];
}

/**
 * What of the papers that wait can be printed at once: all of them, those of each doctor, those in each language. A batch
 * holds the papers that were counted for it and no others, however long somebody looks at the choice.
 */
export function batchesOf(jobs: readonly PrintJob[]): Batch[] {
  const free = jobs.filter(isFree);
  const batch = (id: string, of: readonly PrintJob[], label: (count: number) => string): Batch => ({
    id,
    label: label(of.length),
    ids: of.map((job) => job.id),
  });
  return [
    batch('all', free, (count) => translate('batch.all', { count })),
    ...groups(free, ({ doctor }) => doctor).map(([doctor, of]) =>
      batch(`doctor ${doctor}`, of, (count) => translate('batch.doctor', { doctor, count })),
    ),
    ...groups(free, ({ language }) => translate(`desk.language.${language}`)).map(([language, of]) =>
      batch(`language ${language}`, of, (count) => translate('batch.language', { language, count })),
    ),
  ];
}
