import { isPastReview } from '#core/domain/approval.ts';
import { type Pack, packText } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import css from './Approve.module.css';

/** Figures of a fingerprint that are shown, enough to compare two computers by eye. */
const HASH_SHOWN = 16;

/** What stands on the last page of every paper about the content itself, and which content this is. */
export function PackFooter({ pack, hash, language }: { pack: Pack; hash: string; language: Language }) {
  const t = useText();
  const { today } = useStatus();
  const rows = [
    { id: 'version', label: t('pack.footer.version'), value: pack.version },
    { id: 'contentDate', label: t('pack.footer.contentDate'), value: dateText(pack.contentDate) },
    { id: 'reviewBy', label: t('pack.footer.reviewBy'), value: dateText(pack.reviewBy) },
    { id: 'update', label: t('pack.footer.update'), value: packText(pack, language, pack.update), lang: language },
    { id: 'funding', label: t('pack.footer.funding'), value: packText(pack, language, pack.funding), lang: language },
    { id: 'hash', label: t('pack.footer.hash'), value: hash.slice(0, HASH_SHOWN).replace(/(.{4})(?=.)/g, '$1 ') },
  ];
  return (
    <section className={css.footer} aria-labelledby="pack-footer">
      <h2 id="pack-footer">{t('pack.footer')}</h2>
      {isPastReview(pack.reviewBy, today) ? (
        <Banner kind="warn">
          <p>{t('pack.reviewDue', { date: dateText(pack.reviewBy) })}</p>
        </Banner>
      ) : null}
      <dl>
        {rows.map(({ id, label, value, lang }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd lang={lang}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
