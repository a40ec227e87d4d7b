import { useMutation } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import type { BackupState } from '#core/contract/backups.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import form from '../Form.module.css';
import css from './Backups.module.css';
import { ChoosePlace } from './ChoosePlace.tsx';
import { useTakeState } from './useBackups.ts';

export interface SecondPlaceProps {
  state: BackupState;
  /** The form is open. */
  choosing: boolean;
  onChoosing: (choosing: boolean) => void;
  /** The button that opens the form. */
  ref: Ref<HTMLButtonElement>;
}

/** Where every backup is copied to a second time; an administrator chooses it. */
export function SecondPlace({ state, choosing, onChoosing, ref }: SecondPlaceProps) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeState();
  const [said, setSaid] = useState<'saved' | 'stopped' | null>(null);
  const stop = useMutation(
    orpc.backups.setSecondPlace.mutationOptions({
      onSuccess: (next) => {
        take(next);
        setSaid('stopped');
        announce(t('backups.place.stopped'));
      },
    }),
  );
  return (
    <section className={form.card} aria-labelledby="backups-place">
      <h2 id="backups-place">{t('backups.place.title')}</h2>
      <p>{t('backups.place.text')}</p>
      {choosing ? (
        <ChoosePlace
          present={state.secondPlace}
          onDone={(next) => {
            if (next) {
              take(next);
              setSaid('saved');
              announce(t('backups.place.saved'));
            }
            onChoosing(false);
          }}
        />
      ) : (
        <>
          {state.secondPlace === null ? null : (
            <p className={css.place}>
              {t('backups.place.now')} <code>{state.secondPlace}</code>{' '}
              <Status kind={state.secondPlaceThere ? 'ok' : 'warn'} large>
                {t(state.secondPlaceThere ? 'backups.second.there' : 'backups.second.missing')}
              </Status>
            </p>
          )}
          {said ? (
            <p className={css.place}>
              <Status kind={said === 'saved' ? 'ok' : 'info'} large>
                {t(`backups.place.${said}`)}
              </Status>
            </p>
          ) : null}
          {stop.error ? (
            <div className={form.problem}>
              <Failure error={stop.error} />
            </div>
          ) : null}
          <div className={form.actions}>
            <Button ref={ref} onPress={() => onChoosing(true)}>
              {t(state.secondPlace === null ? 'backups.place.choose' : 'backups.place.change')}
            </Button>
            {state.secondPlace === null ? null : (
              <Button kind="quiet" pending={stop.isPending} onPress={() => stop.mutate({ path: null })}>
                {t('backups.place.stop')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
