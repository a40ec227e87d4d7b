import { Link } from '@tanstack/react-router';
import { ClipboardCheck, ListChecks, Menu } from 'lucide-react';
import { useState } from 'react';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import side from '../../ui/PageLink.module.css';
import { useConsult } from '../answers/ConsultContext.ts';
import { SinceLink } from '../followUp/SinceLink.tsx';
import css from '../frame/nav.module.css';
import { ALL } from './asking.ts';
import { SectionLink } from './SectionLink.tsx';
import { SectionStatus } from './SectionStatus.tsx';

function Links({ current, onGo }: { current: string; onGo?: () => void }) {
  const t = useText();
  const { pack, packText, evaluation, consultation } = useConsult();
  return (
    <>
      <SinceLink />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is pressed */}
      <ol onClick={onGo}>
        {pack.sections.map(({ id }, index) => (
          <li key={id}>
            <SectionLink section={id} className={cx(side.pageLink, css.link)} current={id === current}>
              <span className={css.number}>{index + 1}</span>
              <span>{packText(`section.${id}`)}</span>
              <span className={css.state}>
                <SectionStatus state={evaluation.sections.find((section) => section.id === id)} />
              </span>
            </SectionLink>
          </li>
        ))}
      </ol>
      <div className={css.end}>
        <SectionLink section={ALL} className={cx(side.pageLink, css.link, css.check)} current={current === ALL}>
          <ListChecks />
          <span>{t('walk.all')}</span>
          <span aria-hidden="true">
            <CommandKey id="questions.all" />
          </span>
        </SectionLink>
        <Link
          to="/consult/$consultationId/check"
          params={{ consultationId: consultation.id }}
          className={cx(side.pageLink, css.link, css.check)}
        >
          <ClipboardCheck />
          <span>{t('walk.check')}</span>
          <span aria-hidden="true">
            <CommandKey id="check" />
          </span>
        </Link>
      </div>
    </>
  );
}

/** All sections with their states, and the way to "Check everything". */
export function SectionList({ current }: { current: string }) {
  const t = useText();
  const { pack, packText, approval, paperLanguage } = useConsult();
  return (
    <nav className={css.nav} aria-label={t('walk.sections')}>
      <p className={css.topic}>
        {packText('topic')}
        <small>
          {t('walk.pack', {
            version: pack.version,
            approved: approval === 'approved' ? 'yes' : 'no',
            language: t(`language.${paperLanguage}`),
          })}
        </small>
      </p>
      <Links current={current} />
    </nav>
  );
}

/** The same as one line that opens, for narrow windows. */
export function SectionJump({ current }: { current: string }) {
  const t = useText();
  const { pack, packText, evaluation } = useConsult();
  const [open, setOpen] = useState(false);
  const number = pack.sections.findIndex(({ id }) => id === current) + 1;
  return (
    <details className={css.jump} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Menu />
        <span>
          {current === ALL ? t('walk.all') : t('walk.jump', { number, count: pack.sections.length, title: packText(`section.${current}`) })}
        </span>
        <SectionStatus state={evaluation.sections.find((section) => section.id === current)} />
      </summary>
      <Links current={current} onGo={() => setOpen(false)} />
    </details>
  );
}
