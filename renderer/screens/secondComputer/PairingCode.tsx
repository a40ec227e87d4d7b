import { useMutation } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Tag } from '../../ui/Tag.tsx';
import form from '../Form.module.css';
import css from './SecondComputer.module.css';
import { useTakeSecond } from './useSecond.ts';

/** Whether an instant has passed; it looks again when it has. */
function useIsOver(until: string): boolean {
  const [now, setNow] = useState(() => Date.now());
  const leftMs = Date.parse(until) - now;
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return leftMs <= 0;
}

function Code({ pairing, onCancel }: { pairing: NonNullable<SecondComputerState['pairing']>; onCancel: () => void }) {
  const t = useText();
  const { timeZone } = useStatus();
  const over = useIsOver(pairing.until);
  return (
    <div className={css.pairing} role="status">
      {over ? (
        <p>{t('second.codeOver')}</p>
      ) : (
        <>
          <h3>{t('second.code')}</h3>
          <p className={css.code}>
            {pairing.code.slice(0, 4)} {pairing.code.slice(4)}
          </p>
          <p>{t('second.codeText', { time: inZone(pairing.until, timeZone).time, count: pairing.triesLeft })}</p>
          <Button small onPress={onCancel}>
            {t('second.codeCancel')}
          </Button>
        </>
      )}
    </div>
  );
}

/** What was typed on other computers; a warning where something was wrong. */
function Tries({ tries }: Pick<SecondComputerState, 'tries'>) {
  const t = useText();
  const { timeZone } = useStatus();
  if (tries.length === 0) return null;
  return (
    <section className={css.tries} aria-labelledby="second-tries">
      <h3 id="second-tries">{t('second.tries')}</h3>
      <ul>
        {tries.map(({ at, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tries may come in the same moment
          <li key={index}>
            <Tag kind={kind === 'paired' ? 'ok' : 'warn'}>{t(`second.try.${kind}`)}</Tag>
            <span className="muted">{inZone(at, timeZone).time}</span>
          </li>
        ))}
      </ul>
      {tries.some(({ kind }) => kind !== 'paired') ? <p>{t('second.tryWarning')}</p> : null}
    </section>
  );
}

/** The code for one computer: shown here, typed there. */
export function PairingCode({ state }: { state: SecondComputerState }) {
  const t = useText();
  const { orpc } = useApi();
  const take = useTakeSecond();
  const pair = useMutation(orpc.secondComputer.pair.mutationOptions({ onSuccess: (next) => take(next) }));
  const cancel = useMutation(orpc.secondComputer.cancelPairing.mutationOptions({ onSuccess: (next) => take(next) }));
  return (
    <>
      <div className={form.actions}>
        <Button
          kind={state.devices.length === 0 ? 'main' : 'ordinary'}
          pending={pair.isPending}
          unavailable={!state.on}
          describedBy="second-pair-why"
          onPress={() => pair.mutate(undefined)}
        >
          <MonitorSmartphone />
          {t(state.pairing ? 'second.codeNew' : 'second.pair')}
        </Button>
        <span id="second-pair-why" className="muted">
          {state.on ? '' : t('second.pairOff')}
        </span>
      </div>
      {pair.error ? <Failure error={pair.error} /> : null}
      {cancel.error ? <Failure error={cancel.error} /> : null}
      {state.pairing ? <Code key={state.pairing.code} pairing={state.pairing} onCancel={() => cancel.mutate(undefined)} /> : null}
      <Tries tries={state.tries} />
    </>
  );
}
