import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import side from '../../ui/PageLink.module.css';
import { useConsult } from '../answers/ConsultContext.ts';
import nav from '../frame/nav.module.css';
import { useFollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';

/** In the list of sections of a follow-up: the way to what has changed, with what waits to be confirmed. */
export function SinceLink() {
  const t = useText();
  const { consultation } = useConsult();
  const followUp = useFollowUp();
  if (!followUp) return null;
  return (
    <Link
      to="/consult/$consultationId/since"
      params={{ consultationId: consultation.id }}
      className={cx(side.pageLink, nav.link, css.link)}
    >
      <History />
      <span>{t('since.short', { date: dateText(followUp.date) })}</span>
      <small>{t('since.left', { count: followUp.open.length })}</small>
    </Link>
  );
}
