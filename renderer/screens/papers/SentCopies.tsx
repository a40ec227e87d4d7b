import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import type { SentCopy } from '#core/contract/papers.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import css from './Papers.module.css';

/** The copies of a version that were saved to be sent: where each lies and how long, and the way to delete it now. */
export function SentCopies({ version }: { version: HandoutVersion }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { timeZone, today } = useStatus();
  const sent = useQuery(orpc.papers.sent.queryOptions({ input: { id: version.id } }));
  const remove = useMutation(
    orpc.papers.deleteSent.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: orpc.papers.sent.key() });
        announce(t('papers.send.deleted'));
      },
    }),
  );
  const moment = (instant: string) => momentText(instant, timeZone, today);
  const where = ({ until, goneAt }: SentCopy) => {
    if (goneAt !== null) return t('papers.send.gone', { when: moment(goneAt) });
    if (until === null) return t('papers.send.elsewhere');
    return t('papers.send.lies', {
      folder: sent.data?.folder ?? '',
      name: `${version.code}-v${version.version}.pdf`,
      when: moment(until),
    });
  };
  if (!sent.data || sent.data.copies.length === 0) return null;
  return (
    <section className={css.copies} aria-labelledby="sent-copies">
      <h2 id="sent-copies">{t('papers.send.copies')}</h2>
      <ul className={css.copies}>
        {sent.data.copies.map((copy) => (
          <li key={copy.id}>
            <span>{t('papers.send.row', { when: moment(copy.at), by: copy.by, phone: copy.phone })}</span>
            <small className="muted">{where(copy)}</small>
            {copy.until !== null && copy.goneAt === null ? (
              <Button small onPress={() => remove.mutate({ copyId: copy.id })} pending={remove.isPending}>
                <Trash2 />
                {t('papers.send.delete')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {remove.error ? <Failure error={remove.error} /> : null}
    </section>
  );
}
