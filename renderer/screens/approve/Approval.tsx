import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import type { PackSummary } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import css from './Approve.module.css';

export const END_ID = 'approve-end';

/** Approves this content in a language; calls `onDone` once the list of packs says so. */
function useApprove(onDone: () => void) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  return useMutation(
    orpc.packs.approve.mutationOptions({
      onSuccess: async () => {
        announce(t('approve.done'));
        await queries.invalidateQueries({ queryKey: orpc.packs.list.key() });
        onDone();
      },
    }),
  );
}

/** Back to where one came from, such as the page that waits for this approval. */
function BackButton() {
  const t = useText();
  const router = useRouter();
  return useCanGoBack() ? <Button onPress={() => router.history.back()}>{t('back')}</Button> : null;
}

export interface ApprovalProps {
  summary: PackSummary;
  pack: Pack;
  language: Language;
}

/** The end of the page: who has approved it and when, or what approving means and the one button of a doctor. */
export function Approval({ summary, pack, language }: ApprovalProps) {
  const t = useText();
  const { timeZone, today, sample, user } = useStatus();
  const doctor = useHasRole('doctor');
  const heading = useRef<HTMLHeadingElement>(null);
  const approve = useApprove(() => heading.current?.focus());
  const { hash } = summary.ref;
  const { version, reviewBy } = pack;
  const words = { version, language: t(`language.${language}`) };
  const approvals = summary.approvals.filter((approval) => approval.language === language);
  const state = approvalState({ hash, reviewBy, language, approvals, today, timeZone });
  const when = (at: string) => {
    const { date, time } = inZone(at, timeZone);
    return `${dateText(date)}, ${time}`;
  };
  return (
    <section className={css.end} aria-labelledby={END_ID}>
      <h2 id={END_ID} ref={heading} tabIndex={-1}>
        {t('approve.end', words)}
      </h2>
      {approvals.map(({ by, at }) => (
        <Banner key={`${by} ${at}`} kind={state === 'approved' ? 'ok' : 'info'}>
          <p>
            <b>{t('pack.approvedIn', { language: words.language })}</b> {t('pack.approvedBy', { by, date: when(at) })}
          </p>
        </Banner>
      ))}
      {state === 'reviewDue' ? (
        <Banner kind="warn">
          <p>{t('pack.reviewDue', { date: dateText(reviewBy) })}</p>
        </Banner>
      ) : null}
      {sample ? <p className="muted">{t('approve.sample')}</p> : null}
      {!sample && !doctor ? <p className="muted">{t('approve.doctorOnly')}</p> : null}
      {!sample && doctor && state !== 'approved' ? (
        <>
          <p>{t('approve.meaning', { name: user?.name ?? '', language: words.language })}</p>
          {state === 'reviewDue' ? null : <p>{t('approve.until', { date: dateText(reviewBy) })}</p>}
          <Button kind="main" pending={approve.isPending} onPress={() => approve.mutate({ hash, language })}>
            {t(state === 'reviewDue' && approvals.length > 0 ? 'approve.again' : 'approve.go', words)}
          </Button>
        </>
      ) : null}
      {approve.error ? <Failure error={approve.error} /> : null}
      {state === 'approved' ? <BackButton /> : null}
    </section>
  );
}
