import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOutcome } from '#core/contract/calls.ts';
import type { CallerCard, CardPaper } from '#core/contract/desk.ts';
import { useApi } from '../../client/api.ts';
import { useRequest } from '../../client/useRequest.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { printerName } from './jobWords.ts';

/** What reception does for somebody who calls. `shown` hears of her paper's place in the queue. */
export function useCardActs({ patient: { id: patientId, name } }: Pick<CallerCard, 'patient'>, shown: (jobId: string) => void) {
  const t = useText();
  const { client, orpc } = useApi();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () =>
      Promise.all([orpc.desk.key(), orpc.calls.key()].map((queryKey) => queries.invalidateQueries({ queryKey }))).then(() => undefined),
  });
  const request = useRequest();
  const doing = (work: () => Promise<unknown>) => {
    if (!act.isPending) act.mutate(work);
  };
  return {
    pending: act.isPending,
    error: act.error,
    record: (id: string, outcome: CallOutcome) =>
      doing(async () => {
        await client.calls.record({ id, outcome });
        announce(t(`calls.recorded.${outcome}`, { name }));
      }),
    addCall: () =>
      doing(async () => {
        await client.calls.add({ patientId });
        announce(t('card.told.added', { name }));
      }),
    spoke: () =>
      doing(async () => {
        await client.calls.spoke({ patientId });
        announce(t('card.told.spoke', { name }));
      }),
    /** Puts a version into the queue, and into the line of the usual printer where there is one. */
    print: ({ versionId, language, version }: CardPaper) =>
      doing(async () => {
        const { usualPrinter, printers } = await queries.ensureQueryData(orpc.printing.queue.queryOptions());
        const order = usualPrinter === null ? null : { printer: usualPrinter, copies: 1, parts: ['paper' as const] };
        const wanted = { versionId, language, order };
        const { id } = await request(wanted, (name) => client.printing.reprint({ ...wanted, id: name }));
        // The queue has it before it is shown there.
        await queries.invalidateQueries({ queryKey: orpc.printing.queue.key() });
        announce(
          order
            ? t('card.told.printing', { name, printer: printerName(printers, order.printer) })
            : t('card.told.queued', { name, version }),
        );
        shown(id);
      }),
  };
}
export type CardActs = ReturnType<typeof useCardActs>;
