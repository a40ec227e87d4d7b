import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UpdateState } from '#core/contract/updates.ts';
import { compareReleases } from '#core/domain/update.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import form from '../Form.module.css';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { FindUpdates } from './FindUpdates.tsx';
import { InstallDialog } from './InstallDialog.tsx';
import css from './Updates.module.css';

/** What was taken over, each with its one way on: forward, or back. */
function Kept({ state }: { state: UpdateState }) {
  const t = useText();
  const [release, setRelease] = useState<string | null>(null);
  const others = state.kept.filter((kept) => kept !== state.present);
  if (others.length === 0) return null;
  return (
    <section className={form.card} aria-labelledby="updates-kept">
      <h2 id="updates-kept">{t('updates.kept')}</h2>
      <p>{t('updates.keptText')}</p>
      <ul className={css.list}>
        {others.map((kept) => {
          const newer = compareReleases(kept, state.present) > 0;
          return (
            <li key={kept}>
              <p className={css.name}>{t('updates.release', { release: kept })}</p>
              <Button kind={newer ? 'main' : 'ordinary'} onPress={() => setRelease(kept)}>
                {t(newer ? 'updates.install' : 'updates.back', { release: kept })}
              </Button>
            </li>
          );
        })}
      </ul>
      {release === null ? null : <InstallDialog release={release} state={state} onClose={() => setRelease(null)} />}
    </section>
  );
}

function Updates() {
  const t = useText();
  const { orpc } = useApi();
  const read = useQuery(orpc.updates.read.queryOptions());
  const state = read.data;
  if (!state) return read.error ? <Failure error={read.error} onRetry={() => void read.refetch()} /> : <Waiting rows={3} />;
  return (
    <>
      <section className={form.card} aria-labelledby="updates-present">
        <h2 id="updates-present">{t('updates.present', { release: state.present })}</h2>
        <p>{t('updates.presentText')}</p>
      </section>
      <Kept state={state} />
      {state.hasKeys ? (
        <FindUpdates state={state} />
      ) : (
        <Banner kind="info">
          <p>{t('updates.noKeys')}</p>
        </Banner>
      )}
    </>
  );
}

/** Updating the program from a stick, and the way back. */
export function UpdatesPage() {
  const t = useText();
  const { sample } = useStatus();
  return (
    <SettingsFrame page="/settings/updates" lead={t('updates.lead')}>
      {sample ? (
        <Banner kind="info">
          <p>{t('updates.sample')}</p>
        </Banner>
      ) : (
        <Updates />
      )}
    </SettingsFrame>
  );
}
