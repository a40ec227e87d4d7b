import { Download } from 'lucide-react';
import { useState } from 'react';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import { saveFile } from '../../consult/paper/files.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import form from '../Form.module.css';
import { Fingerprint } from './Fingerprint.tsx';
import css from './SecondComputer.module.css';

const FILE_NAME = 'consultleaf-clinic.crt';

/** The clinic's certificate: to be taken to the second computer, with the fingerprint to compare. */
export function Certificate({ authority }: { authority: NonNullable<SecondComputerState['authority']> }) {
  const t = useText();
  const { timeZone } = useStatus();
  const [saved, setSaved] = useState(false);
  return (
    <section className={form.card} aria-labelledby="second-certificate">
      <h2 id="second-certificate">{t('second.certificate')}</h2>
      <p>{t('second.certificateText')}</p>
      <p className={css.apart}>{t('second.fingerprint')}</p>
      <Fingerprint value={authority.fingerprint} label={t('second.fingerprint')} />
      <p className={css.apart}>{t('second.until', { date: dateText(inZone(authority.until, timeZone).date) })}</p>
      <div className={form.actions}>
        <Button
          onPress={() => {
            saveFile(FILE_NAME, new Blob([authority.certificate], { type: 'application/x-x509-ca-cert' }));
            setSaved(true);
            announce(t('second.saved', { name: FILE_NAME }));
          }}
        >
          <Download />
          {t('second.save')}
        </Button>
        {saved ? (
          <Status kind="ok" large>
            {t('second.saved', { name: FILE_NAME })}
          </Status>
        ) : null}
      </div>
    </section>
  );
}
