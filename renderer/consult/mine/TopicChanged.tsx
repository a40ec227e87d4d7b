import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './mine.module.css';
import { partName } from './partWords.ts';
import type { Mine } from './useMine.ts';

/** The facts have changed since this protocol was saved: what of it doesn't fit any more, and that it must be read again. */
export function TopicChanged({ mine: { saved, dropped } }: { mine: Mine }) {
  const t = useText();
  const { pack } = useConsult();
  return (
    <Banner kind="warn">
      <p>
        <b>{t('mine.changedTopic')}</b> {t('mine.changedTopic.version', { from: saved.pack.version, to: pack.version })}
      </p>
      {dropped.length > 0 ? <p>{t('mine.dropped', { what: dropped.map((id) => partName(id, t)).join(', ') })}</p> : null}
    </Banner>
  );
}

/** Approves a protocol again with the content of this visit's topic; only then can it be applied. */
export function ReapproveButton({ mine: { saved }, ref }: { mine: Mine; ref: Ref<HTMLButtonElement> }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { pack, consultation } = useConsult();
  const reapprove = useMutation(
    orpc.protocols.reapprove.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.protocols.key() }),
      onSuccess: ({ name }) => announce(t('mine.reapproved', { name })),
    }),
  );
  return (
    <>
      {reapprove.error ? (
        <div className={css.fault}>
          <Failure error={reapprove.error} />
        </div>
      ) : null}
      <Button
        kind="main"
        ref={ref}
        pending={reapprove.isPending}
        onPress={() => reapprove.mutate({ id: saved.id, packId: pack.id, packHash: consultation.pack.hash, rev: saved.rev })}
      >
        {t('mine.reapprove')}
      </Button>
    </>
  );
}
