import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../client/api.ts';
import { newestFirst } from '../screens/backups/backupWords.ts';
import { useMoment } from '../screens/backups/useMoment.ts';
import form from '../screens/Form.module.css';
import { dateText } from '../text/dates.ts';
import { langOf } from '../text/told.ts';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Told } from '../ui/Told.tsx';
import css from './FaultWays.module.css';
import { wayOf } from './faultWays.ts';
import { useStatus } from './session.ts';

export interface FaultWaysProps {
  /** Which fault of the records, and its sentence with what to do. */
  fault: { fault: string; message: string };
  /** Looks whether it is mended. */
  onAgain: () => void;
  pending?: boolean;
  /** It was tried again, and nothing has changed. */
  tried?: boolean;
}

/** A fault of the records: what happened, the backups that are there, the ways out, and what a helper on the phone asks for. */
export function FaultWays({ fault, onAgain, pending, tried }: FaultWaysProps) {
  const t = useText();
  const { orpc } = useApi();
  const { version, dataFolder, device, today } = useStatus();
  const moment = useMoment();
  // A second computer can't put records back: that is done where they are.
  const way = device ? 'again' : wayOf(fault.fault);
  const find = useQuery({ ...orpc.backups.find.queryOptions(), enabled: way !== 'again', staleTime: 0 });
  const [newest] = newestFirst(find.data ?? []);
  const helper = [
    { label: t('fault.name'), value: fault.fault },
    { label: t('fault.version'), value: version },
    ...(device ? [] : [{ label: t('fault.folder'), value: dataFolder }]),
    { label: t('fault.day'), value: dateText(today, { weekday: true }) },
  ];
  function tryAgain() {
    // A stick may have been plugged in meanwhile.
    if (way !== 'again') void find.refetch();
    onAgain();
  }
  const again = (
    <Button kind={way === 'again' ? 'main' : 'ordinary'} tall pending={pending ?? false} onPress={tryAgain}>
      {t('fault.again')}
    </Button>
  );
  return (
    <>
      <Banner kind="bad" alert>
        <p>
          <Told text={fault.message} />
        </p>
      </Banner>
      {find.data ? (
        <section className={css.backups} aria-labelledby="fault-backups">
          <h2 id="fault-backups">{t('fault.backups')}</h2>
          <p>{newest ? t('fault.backupsText', { count: find.data.length, newest: moment(newest.madeAt) }) : t('fault.backupsNone')}</p>
        </section>
      ) : null}
      <div className={form.actions}>
        {way === 'again' ? again : null}
        {way === 'again' ? null : (
          <Link to="/restore" className={buttonClass(way === 'restore' ? { kind: 'main' } : { tall: true })}>
            {t('restore.offer')}
          </Link>
        )}
        {way === 'again' ? null : again}
        <span className="muted" role="status">
          {tried ? t('fault.stillThere') : ''}
        </span>
      </div>
      <section className={css.helper} aria-labelledby="fault-helper">
        <h2 id="fault-helper">{t('fault.helper')}</h2>
        <dl>
          {helper.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd lang={langOf(value)}>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
