import { useState } from 'react';
import type { Backup, BackupPlace } from '#core/contract/backups.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../Form.module.css';
import { BackupRow } from './BackupRow.tsx';
import css from './Backups.module.css';
import { keyOf, newestFirst } from './backupWords.ts';

const FIRST = 6;

function Place({ place, backups }: { place: BackupPlace; backups: readonly Backup[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? backups : backups.slice(0, FIRST);
  return (
    <section aria-labelledby={`backups-in-${place}`} className={css.inPlace}>
      <h3 id={`backups-in-${place}`}>{t(`backups.place.${place}`)}</h3>
      {backups.length === 0 ? <p className="muted">{t('backups.list.none')}</p> : null}
      <ul>
        {shown.map((backup) => (
          <BackupRow key={keyOf(backup)} backup={backup} />
        ))}
      </ul>
      {shown.length < backups.length ? (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {t('backups.list.all', { count: backups.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** Every backup by the place where it lies, the newest first. */
export function BackupList({ backups, secondPlace }: { backups: readonly Backup[]; secondPlace: boolean }) {
  const t = useText();
  const sorted = newestFirst(backups);
  const at = (place: BackupPlace) => sorted.filter((backup) => backup.place === place);
  return (
    <section className={form.card} aria-labelledby="backups-list">
      <h2 id="backups-list">{t('backups.list')}</h2>
      <Place place="own" backups={at('own')} />
      {secondPlace || at('second').length > 0 ? <Place place="second" backups={at('second')} /> : null}
    </section>
  );
}
