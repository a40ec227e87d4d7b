import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PackSummary } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import type { Language } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Told } from '../../ui/Told.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import form from '../Form.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './TopicsPage.module.css';

function PackRow({ pack }: { pack: PackSummary }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const { hash } = pack.ref;
  const stateIn = (language: Language) =>
    approvalState({ approvals: pack.approvals, hash, reviewBy: pack.reviewBy, language, today, timeZone });
  const isDue = pack.languages.some((language) => stateIn(language) === 'reviewDue');
  return (
    <li className={css.pack}>
      <div>
        <h2>
          {topicTitle(pack)} <span className="nb">{pack.ref.version}</span>
        </h2>
        {pack.approvals.map((approval) => (
          <p key={`${approval.language} ${approval.by} ${approval.at}`}>
            <Tag kind="ok">{t('pack.approvedIn', { language: t(`language.${approval.language}`) })}</Tag>{' '}
            {t('pack.approvedBy', { by: approval.by, date: dateText(inZone(approval.at, timeZone).date) })}
          </p>
        ))}
        {isDue && pack.reviewBy ? (
          <Banner kind="warn">
            <p>{t('pack.reviewDue', { date: dateText(pack.reviewBy) })}</p>
          </Banner>
        ) : null}
        {pack.approvals.length === 0 ? (
          <p>
            <Tag kind="warn">{t('pack.notApproved')}</Tag> {t('pack.notApprovedText')}
          </p>
        ) : null}
        {pack.faults.length > 0 ? (
          <Banner kind="bad">
            <p>{t('pack.faults')}</p>
            <ul>
              {pack.faults.map((fault) => (
                <li key={`${fault.file} ${fault.line} ${fault.message}`}>
                  {fault.file}
                  {fault.line === null ? '' : `:${fault.line}`}: <Told text={fault.message} />
                </li>
              ))}
            </ul>
          </Banner>
        ) : null}
      </div>
      <Link to="/approve/$hash" params={{ hash: pack.ref.hash }} className={buttonClass()}>
        {t('pack.read')}
      </Link>
    </li>
  );
}

function TopicPacks() {
  const { orpc } = useApi();
  const packs = useQuery(orpc.packs.list.queryOptions());
  if (packs.error) return <Failure error={packs.error} onRetry={() => void packs.refetch()} />;
  if (packs.isPending) return <Waiting rows={3} />;
  return (
    <section className={form.card}>
      <ul className={css.packs}>
        {packs.data.map((pack) => (
          <PackRow key={pack.ref.hash} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

/** The topic packs and who has approved them. */
export function TopicsPage() {
  const t = useText();
  return (
    <SettingsFrame page="/settings/topics" lead={t('pack.text')}>
      <TopicPacks />
    </SettingsFrame>
  );
}
