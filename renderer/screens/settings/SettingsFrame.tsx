import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { cx } from '../../ui/cx.ts';
import side from '../../ui/PageLink.module.css';
import { SETTINGS_PAGES, type SettingsPage, settingsPagesOf } from './pages.ts';
import css from './SettingsFrame.module.css';

export interface SettingsFrameProps {
  /** The page that is shown. */
  page: SettingsPage['to'];
  /** Beside the heading: the page's main action. */
  action?: ReactNode;
  /** Under the heading, one line. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page of the settings: the list of pages at its side, its heading, its content for whoever may see it. */
export function SettingsFrame({ page, action, lead, children }: SettingsFrameProps) {
  const t = useText();
  const pages = settingsPagesOf(useStatus());
  const shown = SETTINGS_PAGES.find(({ to }) => to === page);
  const allowed = pages.some(({ to }) => to === page);
  return (
    <Screen
      title={t(shown?.title ?? 'nav.settings')}
      beside={
        <nav className={css.nav} aria-labelledby="settings-pages">
          <h2 id="settings-pages">{t('nav.settings')}</h2>
          <ul>
            {pages.map(({ to, title }) => (
              <li key={to}>
                <Link to={to} className={cx(side.pageLink, css.link)} activeOptions={{ exact: true }}>
                  {t(title)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      }
      {...(allowed ? { action, lead } : {})}
    >
      {allowed ? (
        children
      ) : (
        <Banner kind="info">
          <p>{t('settings.administratorOnly')}</p>
        </Banner>
      )}
    </Screen>
  );
}
