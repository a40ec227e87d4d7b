import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import form from '../Form.module.css';
import css from './About.module.css';
import { Licences } from './Licences.tsx';

/** Where Electron's package keeps the words of Chromium's parts. */
const CHROMIUM_FILE = 'LICENSES.chromium.html';

/** What the program is, its version, and whose work it is made of, with the licences' own words. */
export function AboutScreen() {
  const t = useText();
  const { orpc } = useApi();
  const { version } = useStatus();
  const licences = useQuery({ ...orpc.app.licences.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  return (
    <Screen title={t('about.title')} lead={t('about.lead', { version })}>
      <section className={form.card} aria-label={t('about.title')}>
        <p>{t('about.what')}</p>
        <p>{t('about.free')}</p>
        {window.consultleaf ? <p>{t('about.chromium', { file: CHROMIUM_FILE })}</p> : null}
      </section>
      <section className={form.card} aria-labelledby="licences">
        <h2 id="licences">{t('about.licences')}</h2>
        <div className={css.licences}>
          {licences.isPending ? <Waiting rows={6} /> : null}
          {licences.error ? <Failure error={licences.error} onRetry={() => void licences.refetch()} /> : null}
          {licences.data ? <Licences licences={licences.data} /> : null}
        </div>
      </section>
    </Screen>
  );
}
