import { useState } from 'react';
import type { KeyToKeep } from '../../frame/keyToKeep.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import form from '../Form.module.css';
import { KeyOnPaper } from './KeyOnPaper.tsx';
import css from './SetUp.module.css';

/** What of a typed group counts: letters and digits, whatever their size. */
const plain = (text: string) => text.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();

/** The recovery key, shown once: without it and the password the clinic's data can't be opened by anybody. */
export function RecoveryKey({ made, onKept }: { made: KeyToKeep; onKept: () => void }) {
  const t = useText();
  const { clinicName, today } = useStatus();
  const [last, setLast] = useState('');
  const [tried, setTried] = useState(false);
  const groups = made.recoveryKey.split('-');
  const right = plain(last) === groups.at(-1);
  return (
    <Screen title={t('recovery.title')} lead={t('recovery.lead')} narrow bare>
      <section className={form.card} aria-label={t('recovery.title')}>
        <p>{t('recovery.for', { clinic: clinicName ?? t('app.name'), date: dateText(today) })}</p>
        <div className={css.key}>
          <span className={css.groups}>
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none changes its place
              <span key={index} className="nb">
                {index < groups.length - 1 ? `${group}-` : group}
                <wbr />
              </span>
            ))}
          </span>
        </div>
        <ul className={css.rules}>
          <li>{t('recovery.rule1')}</li>
          <li>{t('recovery.rule2')}</li>
          <li>{t('recovery.rule3')}</li>
          {made.place === 'renewal' ? <li>{t('recovery.rule4')}</li> : null}
        </ul>
        <KeyOnPaper recoveryKey={made.recoveryKey} />
      </section>
      <form
        className={form.problem}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (right) onKept();
        }}
      >
        <section className={form.card} aria-labelledby="recovery-check">
          <h2 id="recovery-check">{t('recovery.check')}</h2>
          <p>{t('recovery.checkText')}</p>
          <div className={form.fields}>
            <TextField
              label={t('recovery.last', { count: groups.length })}
              value={last}
              onChange={(next) => {
                setLast(next);
                setTried(false);
              }}
              error={tried && !right ? t('recovery.lastWrong') : undefined}
              required
            />
          </div>
          <div className={form.actions}>
            <Button kind="main" type="submit">
              {t(made.place === 'setUp' ? 'recovery.go' : 'recovery.done')}
            </Button>
          </div>
        </section>
      </form>
    </Screen>
  );
}
