import type { ReactNode } from 'react';
import type { BackupState } from '#core/contract/backups.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import { Status } from '../../ui/Status.tsx';
import { StatusIcon, type StatusKind } from '../../ui/StatusIcon.tsx';
import form from '../Form.module.css';
import css from './Backups.module.css';
import { daysSince, newestFirst } from './backupWords.ts';
import { safety } from './reminders.ts';
import { useMoment } from './useMoment.ts';

const KINDS: Record<ReturnType<typeof safety>, StatusKind> = { ok: 'ok', one: 'warn', soon: 'waiting', hand: 'warn', bad: 'conflict' };

function Fact({ label, value, kind, state }: { label: string; value: ReactNode; kind: StatusKind; state: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value ? <span className={css.value}>{value}</span> : null}
        <Status kind={kind} large>
          {state}
        </Status>
      </dd>
    </div>
  );
}

/** Whether the records are safe, in one sentence and three facts. */
export function Glance({ state, children }: { state: BackupState; children?: ReactNode }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const moment = useMoment();
  const [last] = newestFirst(state.backups);
  const [lastThere] = newestFirst(state.backups.filter(({ place }) => place === 'second'));
  const how = safety(state);
  const age = (instant: string) => {
    const count = daysSince(instant, timeZone, today);
    return count === 0 ? '' : ` (${t('backups.age', { count })})`;
  };
  return (
    <section className={form.card} aria-labelledby="backups-glance">
      <h2 id="backups-glance" className="vh">
        {t('backups.glance')}
      </h2>
      <p className={cx(css.verdict, css[how])}>
        <StatusIcon kind={KINDS[how]} />
        <span>{t(`backups.glance.${how}`)}</span>
      </p>
      <dl className={css.facts}>
        {last ? (
          <Fact
            label={t('backups.last')}
            value={`${moment(last.madeAt)}${age(last.madeAt)}`}
            kind={last.verifiedAt ? 'ok' : 'unknown'}
            state={last.verifiedAt ? t('backups.checkedAt', { moment: moment(last.verifiedAt) }) : t('backups.checked.never')}
          />
        ) : (
          <Fact label={t('backups.last')} value="" kind="bad" state={t('backups.last.none')} />
        )}
        <Fact
          label={t('backups.second')}
          value={lastThere ? t('backups.second.newest', { moment: `${moment(lastThere.madeAt)}${age(lastThere.madeAt)}` }) : ''}
          kind={state.secondPlace === null ? 'none' : state.secondPlaceThere ? 'ok' : 'warn'}
          state={t(
            state.secondPlace === null ? 'backups.second.none' : state.secondPlaceThere ? 'backups.second.there' : 'backups.second.missing',
          )}
        />
        {state.lastTrial ? (
          <Fact
            label={t('backups.trial')}
            value={moment(state.lastTrial.at)}
            kind={state.lastTrial.ok ? 'ok' : 'bad'}
            state={t(state.lastTrial.ok ? 'backups.trial.ok' : 'backups.trial.bad')}
          />
        ) : (
          <Fact label={t('backups.trial')} value="" kind="none" state={t('backups.trial.none')} />
        )}
      </dl>
      {children}
    </section>
  );
}
