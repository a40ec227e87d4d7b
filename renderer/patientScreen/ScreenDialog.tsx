import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useApi } from '../client/api.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogFoot } from '../ui/Dialog.tsx';
import { Failure } from '../ui/Failure.tsx';
import { PATIENT_SCREEN } from './address.ts';
import { ChooseScreen } from './ChooseScreen.tsx';
import css from './control.module.css';
import { screenEntries, screenWords } from './screenEntries.tsx';
import type { ScreenOrders } from './useScreenOrders.ts';

/** Its own storage and no way back to this window: it may know nothing of the doctor's. */
const WINDOW_FEATURES = 'popup,noopener,width=1280,height=800';

/** In a browser: opens a second window, which a person moves to the other screen. */
function InBrowser() {
  const t = useText();
  const { client } = useApi();
  const opening = useMutation({
    mutationFn: async () => {
      const { launch } = await client.display.open();
      if (launch) window.open(`${location.pathname}#launch=${launch}${PATIENT_SCREEN}`, '_blank', WINDOW_FEATURES);
    },
  });
  return (
    <>
      <ol className={css.steps}>
        <li>{t('patientScreen.step1')}</li>
        <li>{t('patientScreen.step2')}</li>
        <li>{t('patientScreen.step3')}</li>
      </ol>
      {opening.isSuccess ? <p role="status">{t('patientScreen.waiting')}</p> : null}
      {opening.error ? <Failure error={opening.error} onRetry={() => opening.mutate()} /> : null}
      <DialogFoot>
        <Button kind="main" autoFocus pending={opening.isPending} onPress={() => opening.mutate()}>
          {t('patientScreen.openNow')}
        </Button>
      </DialogFoot>
    </>
  );
}

/** While it is tried the main button follows, and there is nothing to hold. */
const DURING_TEST: ReadonlySet<string> = new Set(['follow', 'hold', 'test']);

/** The screen is there: all that can be done with it. */
function WhileOpen({ orders, isNew, onClose }: { orders: ScreenOrders; isNew: boolean; onClose: () => void }) {
  const t = useText();
  const tryIt = useEffectEvent(() => {
    if (isNew) orders.test();
  });
  useEffect(() => tryIt(), []);
  const { label: words, icon } = screenWords(orders, t);
  const isTest = orders.state.mode === 'test';
  return (
    <>
      <p className={css.state} role="status">
        {icon}
        {isTest ? t('patientScreen.there') : words}
      </p>
      <ul className={css.orders}>
        {screenEntries(orders, t)
          .filter(({ id }) => !(isTest && DURING_TEST.has(id)))
          .map(({ id, label, icon: mark, run }) => (
            <li key={id}>
              <Button onPress={run}>
                {mark}
                {label}
              </Button>
            </li>
          ))}
      </ul>
      {isTest ? (
        <DialogFoot>
          <Button
            kind="main"
            autoFocus
            onPress={() => {
              orders.follow();
              onClose();
            }}
          >
            {t('patientScreen.readsWell')}
          </Button>
        </DialogFoot>
      ) : null}
    </>
  );
}

/** Opens the patient's screen on a display that the person chooses, tries it, and orders what stands there. */
export function ScreenDialog({ orders, open, onClose }: { orders: ScreenOrders; open: boolean; onClose: () => void }) {
  const t = useText();
  const bridge = window.consultleaf;
  const there = orders.state.open;
  const [wasClosed, setWasClosed] = useState(false);
  if (open && !there && !wasClosed) setWasClosed(true);
  if (!open && wasClosed) setWasClosed(false);
  return (
    <Dialog title={t('patientScreen.name')} open={open} onClose={onClose}>
      <p className={css.what}>{t('patientScreen.what')}</p>
      {there ? (
        <WhileOpen orders={orders} isNew={wasClosed} onClose={onClose} />
      ) : bridge ? (
        <ChooseScreen bridge={bridge} />
      ) : (
        <InBrowser />
      )}
    </Dialog>
  );
}
