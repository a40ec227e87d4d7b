import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Told } from '../../ui/Told.tsx';
import form from '../Form.module.css';
import { DialogForm } from '../settings/people/DialogForm.tsx';
import css from './SecondComputer.module.css';
import { TurnOn } from './TurnOn.tsx';
import { useTakeSecond } from './useSecond.ts';

function TurnOff({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeSecond();
  const turnOff = useMutation(
    orpc.secondComputer.turnOff.mutationOptions({
      onSuccess: (next) => {
        take(next, t('second.turnedOff'));
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t('second.turnOffTitle')} open onClose={onClose}>
      <DialogForm
        onSubmit={() => turnOff.mutate(undefined)}
        onClose={onClose}
        go={t('second.turnOffGo')}
        pending={turnOff.isPending}
        error={turnOff.error}
      >
        <p>{t('second.turnOffText')}</p>
      </DialogForm>
    </Dialog>
  );
}

/** Where it is found while it is on. */
function Where({ state }: { state: SecondComputerState }) {
  const t = useText();
  const { timeZone } = useStatus();
  const [url, named] = state.urls;
  return (
    <>
      <p className={css.apart}>{t('second.opens')}</p>
      <p className={css.url}>{url}</p>
      {named === undefined ? null : (
        <p className={css.apart}>
          {t('second.orName')} <span className={css.url}>{named}</span>
        </p>
      )}
      {state.certificateUntil === null ? null : (
        <p className={css.apart}>{t('second.renewed', { date: dateText(inZone(state.certificateUntil, timeZone).date) })}</p>
      )}
    </>
  );
}

/** Whether it is on, what it does, and the switch. */
export function OnOff({ state, onAgain }: { state: SecondComputerState; onAgain: () => void }) {
  const t = useText();
  const [asked, setAsked] = useState<'on' | 'off' | null>(null);
  const { on, problem, addresses } = state;
  const close = () => setAsked(null);
  return (
    <section className={form.card} aria-labelledby="second-on-off">
      <h2 id="second-on-off">{t(on ? 'second.on' : 'second.off')}</h2>
      {problem === null ? null : (
        <div className={form.problem}>
          <Banner kind="warn">
            <p>
              <Told text={problem} />
            </p>
          </Banner>
        </div>
      )}
      {on ? <Where state={state} /> : <p>{t('second.offText')}</p>}
      <ul className={css.list} aria-label={t('second.what')}>
        <li>{t('second.whatScreens')}</li>
        <li>{t('second.whatLeaves')}</li>
        <li>{t('second.whatRuns')}</li>
      </ul>
      {addresses.length === 0 ? (
        <div className={form.problem}>
          <Banner kind="info" actions={<Button onPress={onAgain}>{t('second.lookAgain')}</Button>}>
            <p>{t('second.noAddress')}</p>
          </Banner>
        </div>
      ) : null}
      <div className={form.actions}>
        {addresses.length > 0 ? (
          <Button kind={on ? 'ordinary' : 'main'} onPress={() => setAsked('on')}>
            {t(on ? 'second.move' : 'second.turnOn')}
          </Button>
        ) : null}
        {on ? <Button onPress={() => setAsked('off')}>{t('second.turnOff')}</Button> : null}
      </div>
      <TurnOn state={state} open={asked === 'on'} onClose={close} />
      {asked === 'off' ? <TurnOff onClose={close} /> : null}
    </section>
  );
}
