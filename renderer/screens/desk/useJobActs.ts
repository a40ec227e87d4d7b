import { useMutation } from '@tanstack/react-query';
import type { PrintJob, PrintQueue, Reprint } from '#core/contract/printing.ts';
import type { PrintOrder } from '#core/domain/printing.ts';
import { useApi } from '../../client/api.ts';
import { useRequest } from '../../client/useRequest.ts';
import { pdfBlob, saveFile } from '../../consult/paper/files.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { printerName } from './jobWords.ts';

/** What can be done with a paper. The queue is read again by its event; `chosen` hears of a paper that came in by it. */
export function useJobActs(queue: PrintQueue, chosen: (id: string) => void) {
  const t = useText();
  const { client } = useApi();
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work() });
  const doing = (work: () => Promise<unknown>) => {
    if (!act.isPending) act.mutate(work);
  };
  const request = useRequest();
  const addAgain = async (wanted: Omit<Reprint, 'id'>) =>
    chosen((await request(wanted, (id) => client.printing.reprint({ ...wanted, id }))).id);
  const told = (job: PrintJob, order: PrintOrder) =>
    announce(t('desk.told.print', { name: job.patient.name, printer: printerName(queue.printers, order.printer) }));
  return {
    pending: act.isPending,
    error: act.error,
    forget: act.reset,
    print: (job: PrintJob, order: PrintOrder) =>
      doing(async () => {
        await client.printing.print({ id: job.id, order });
        told(job, order);
      }),
    printAll: (ids: string[]) =>
      doing(async () => announce(t('desk.printedAll', { count: (await client.printing.printAll({ ids })).asked }))),
    cancel: (job: PrintJob) => doing(() => client.printing.cancel({ id: job.id })),
    looked: (job: PrintJob, found: 'there' | 'notThere') => doing(() => client.printing.looked({ id: job.id, found })),
    save: (job: PrintJob) =>
      doing(async () => {
        const { base64, fileName } = await client.handouts.pdf({ id: job.versionId, purpose: 'save' });
        saveFile(fileName, pdfBlob(base64));
      }),
    elsewhere: (job: PrintJob) => doing(() => client.printing.printedElsewhere({ id: job.id })),
    remove: (job: PrintJob) => doing(() => client.printing.remove({ id: job.id })),
    cameOut: (job: PrintJob, answer: 'allRight' | 'wrongPrinter') =>
      doing(async () => {
        await client.printing.cameOut({ id: job.id, answer });
        if (answer === 'allRight') announce(t('desk.told.cameOut', { name: job.patient.name }));
      }),
    /** It came out wrong: that one is thrown away, and another one is asked for. */
    again: (job: PrintJob, order: PrintOrder | null) =>
      doing(async () => {
        await client.printing.cameOut({ id: job.id, answer: 'notRight' });
        await addAgain({ versionId: job.versionId, language: job.language, order });
      }),
    reprint: (job: PrintJob, language: PrintJob['language'], order: PrintOrder | null) =>
      doing(() => addAgain({ versionId: job.versionId, language, order })),
    handOver: (job: PrintJob, input: Pick<Parameters<typeof client.printing.handOver>[0], 'to' | 'checked'>) =>
      doing(async () => {
        await client.printing.handOver({ id: job.id, ...input });
        announce(t('desk.told.handed', { name: job.patient.name }));
      }),
    file: (job: PrintJob) => doing(() => client.printing.file({ id: job.id })),
    resume: (printer: string) => doing(() => client.printing.resume({ printer })),
    move: (from: string, to: string) => doing(() => client.printing.move({ from, to })),
  };
}
export type JobActs = ReturnType<typeof useJobActs>;

/** What a part of the panel is about. */
export interface JobProps {
  job: PrintJob;
  queue: PrintQueue;
  acts: JobActs;
}
