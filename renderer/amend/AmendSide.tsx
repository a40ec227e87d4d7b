import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { amendReasonSchema } from '#core/contract/shapes.ts';
import { isWorthAPaper } from '#core/domain/paperChanges.ts';
import { useApi } from '../client/api.ts';
import { errorCode } from '../client/errors.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { problemsOf } from '../screens/checked.ts';
import { useText } from '../text/useText.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AmendGate } from './AmendGate.tsx';
import css from './amendAll.module.css';
import { ChangeList } from './ChangeList.tsx';
import { FrameChangeList } from './FrameChangeList.tsx';
import { NewPaper } from './NewPaper.tsx';
import type { AmendDraft } from './useAmendDraft.ts';
import { useFrameChanges } from './useFrameChanges.ts';

/** The longest reason, in characters. */
const REASON_MAX = 90;

export interface AmendSideProps {
  draft: AmendDraft;
  onMade: () => void;
  onLeave: () => void;
}

/** What changes, what is in the way, why, and the button that makes the next version. */
export function AmendSide({ draft, onMade, onLeave }: AmendSideProps) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { consultation, state, keeper } = useConsult();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const frame = useFrameChanges(consultation);
  const amend = useMutation(
    orpc.consultations.amend.mutationOptions({
      onSuccess: async ({ version }) => {
        announce(t('amendAll.made', { version }));
        const stale = [orpc.handouts.key(), orpc.consultations.key(), orpc.patients.key(), orpc.calls.key()];
        await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
        onMade();
      },
      onError: () => void queries.invalidateQueries({ queryKey: orpc.consultations.read.key() }),
    }),
  );
  const { changes, differences, gate } = draft;
  const reasonProblem = problemsOf(amendReasonSchema, reason)[''];
  const whyNot =
    changes.length === 0 && !isWorthAPaper(frame.differences.map(({ fact }) => fact))
      ? t('amendAll.nothing')
      : state.drafts.size > 0
        ? t('amendAll.unfinished')
        : changes.length > 0 && differences.length === 0
          ? t('amendAll.notOnPaper')
          : gate.length > 0
            ? t('amendAll.gateFirst')
            : null;
  function make() {
    setTried(true);
    keeper.flush();
    if (whyNot !== null || reasonProblem || amend.isPending) return;
    const asked = changes.map(({ key, after }) => ({ key, value: after }));
    amend.mutate({ consultationId: consultation.id, rev: consultation.rev, reason: reason.trim(), changes: asked });
  }
  return (
    <aside className={css.side} aria-labelledby="amend-changes">
      <h2 id="amend-changes">{t('amendAll.changes')}</h2>
      <p className="muted">{t('amendAll.lead', { version: frame.next })}</p>
      <ChangeList draft={draft} />
      <FrameChangeList changes={frame} />
      <AmendGate gate={gate} />
      <NewPaper changes={changes} also={frame.differences.length > 0} />
      <form
        className={css.make}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TextField
          label={t('amendAll.reason')}
          hint={t('amendAll.reasonText')}
          value={reason}
          onChange={setReason}
          error={tried && reasonProblem ? t('amendAll.needsReason') : undefined}
          maxLength={REASON_MAX}
          required
        />
        {amend.error ? (
          errorCode(amend.error) === 'CHANGED_ELSEWHERE' ? (
            <Banner kind="warn" alert>
              <p>{t('amendAll.elsewhere')}</p>
            </Banner>
          ) : (
            <Failure error={amend.error} />
          )
        ) : null}
        <p id="amend-why" className={css.after}>
          {whyNot ?? t('amendAll.after')}
        </p>
        <div className={css.buttons}>
          <Button kind="quiet" onPress={onLeave}>
            {t('amendAll.leave')}
          </Button>
          <Button kind="main" type="submit" unavailable={whyNot !== null} pending={amend.isPending} describedBy="amend-why">
            {t('amendAll.make', { version: frame.next })}
          </Button>
        </div>
      </form>
    </aside>
  );
}
