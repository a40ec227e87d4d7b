import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PackSummary } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import css from './Approve.module.css';

/** The end of the page: who has approved it, or the one button of a doctor who has read it. */
export function Approval({ summary }: { summary: PackSummary }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { timeZone, sample, user } = useStatus();
  const doctor = useHasRole('doctor');
  const approve = useMutation(
    orpc.packs.approve.mutationOptions({
      onSuccess: async () => {
        announce(t('approve.done'));
        await queries.invalidateQueries({ queryKey: orpc.packs.list.key() });
      },
    }),
  );
  const language = t('language.en');
  const { version, hash } = summary.ref;
  const approvals = summary.approvals.filter((approval) => approval.language === 'en');
  return (
    <section className={css.end} aria-label={t('approve.titleShort')}>
      {approvals.map(({ by, at }) => (
        <Banner key={`${by} ${at}`} kind="ok">
          <p>
            <b>{t('pack.approvedIn', { language })}</b> {t('pack.approvedBy', { by, date: dateText(inZone(at, timeZone).date) })}
          </p>
        </Banner>
      ))}
      {sample ? <p className="muted">{t('approve.sample')}</p> : null}
      {!sample && !doctor ? <p className="muted">{t('approve.doctorOnly')}</p> : null}
      {!sample && doctor && approvals.length === 0 ? (
        <>
          <p>{t('approve.meaning', { name: user?.name ?? '' })}</p>
          <Button kind="main" pending={approve.isPending} onPress={() => approve.mutate({ hash, language: 'en' })}>
            {t('approve.go', { version, language })}
          </Button>
        </>
      ) : null}
      {approve.error ? <Failure error={approve.error} /> : null}
    </section>
  );
}
