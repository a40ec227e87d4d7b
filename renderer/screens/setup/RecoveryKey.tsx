import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Screen } from '../../frame/Screen.tsx';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import form from '../Form.module.css';
import css from './SetUp.module.css';

/** The recovery key, shown once: without it and the password the clinic's data can't be opened by anybody. */
export function RecoveryKey({ recoveryKey, onKept }: { recoveryKey: string; onKept: () => void }) {
  const t = useText();
  const { clinicName, today } = useStatus();
  const [written, setWritten] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  async function copy() {
    try {
      await navigator.clipboard.writeText(recoveryKey);
      setCopied('yes');
      announce(t('recovery.copied'));
    } catch {
      setCopied('failed');
      announce(t('recovery.notCopied'));
    }
  }
  return (
    <Screen title={t('recovery.title')} lead={t('recovery.lead')} narrow>
      <section className={form.card} aria-label={t('recovery.title')}>
        <p>{t('recovery.for', { clinic: clinicName ?? t('app.name'), date: dateText(today) })}</p>
        <div className={css.key}>
          <span className={css.groups}>
            {recoveryKey.split(/(?<=-)/).map((group) => (
              <span key={group} className="nb">
                {group}
                <wbr />
              </span>
            ))}
          </span>
        </div>
        <ul className={css.rules}>
          <li>{t('recovery.rule1')}</li>
          <li>{t('recovery.rule2')}</li>
          <li>{t('recovery.rule3')}</li>
        </ul>
        <div className={css.unprinted}>
          <div className={form.actions}>
            <Button onPress={() => window.print()}>
              <Printer />
              {t('recovery.print')}
            </Button>
            <Button onPress={() => void copy()}>
              <Copy />
              {t('recovery.copy')}
            </Button>
            {copied === 'no' ? null : <span className="muted">{t(copied === 'yes' ? 'recovery.copied' : 'recovery.notCopied')}</span>}
          </div>
        </div>
      </section>
      <div className={css.unprinted}>
        <div className={form.problem}>
          <Banner kind="warn">
            <Checkbox checked={written} onChange={setWritten}>
              {t('recovery.written')}
            </Checkbox>
          </Banner>
        </div>
        <div className={form.actions}>
          <Button kind="main" unavailable={!written} describedBy="recovery-why" onPress={onKept}>
            {t('recovery.go')}
          </Button>
          <span id="recovery-why" className="muted">
            {written ? '' : t('recovery.why')}
          </span>
        </div>
      </div>
    </Screen>
  );
}
