import { useQuery } from '@tanstack/react-query';
import type { PaperOut } from '#core/contract/rights.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';

/** How often a version of a paper was printed and saved, and when last. */
export function PaperOuts({ patientId, versionId }: { patientId: string; versionId: string }) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const outs = useQuery(orpc.rights.papersOut.queryOptions({ input: { patientId } }));
  const line = (how: PaperOut['how']) => {
    const rows = outs.data?.filter((each) => each.versionId === versionId && each.how === how) ?? [];
    const [last] = rows;
    if (!last) return null;
    const words = { moment: momentText(last.at, timeZone, today), by: last.by };
    const kind = how === 'print' ? 'printed' : 'saved';
    return <small>{rows.length === 1 ? t(`rights.${kind}Once`, words) : t(`rights.${kind}Times`, { ...words, count: rows.length })}</small>;
  };
  return (
    <>
      {line('print')}
      {line('save')}
    </>
  );
}
