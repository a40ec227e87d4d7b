import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Backup } from '#core/contract/backups.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Status } from '../../ui/Status.tsx';
import { useLate } from '../../ui/useLate.ts';
import css from './Backups.module.css';
import { daysSince } from './backupWords.ts';
import { useTakeState } from './useBackups.ts';
import { useMoment } from './useMoment.ts';

/** One backup: when, why, how large, when it was checked; for administrators the ways to check it and to go back to it. */
export function BackupRow({ backup }: { backup: Backup }) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const administrator = useHasRole('administrator');
  const at = useMoment();
  const take = useTakeState();
  const { place, id, madeAt, bytes, verifiedAt, why } = backup;
  const moment = at(madeAt);
  const inWords = { moment, place: t(`backups.place.${place}`).toLowerCase() };
  const verify = useMutation(
    orpc.backups.verify.mutationOptions({
      onSuccess: (state) => {
        take(state);
        announce(t('backups.verified', { moment }));
      },
    }),
  );
  const late = useLate(verify.isPending);
  const days = daysSince(madeAt, timeZone, today);
  return (
    <li className={css.backup}>
      <div>
        <h4>{moment}</h4>
        <p>
          {days > 0 ? <span className="nb">{t('backups.age', { count: days })} · </span> : null}
          <span className="nb">{sizeText(bytes)}</span> · {t(`backups.why.${why}`)}
        </p>
      </div>
      <Status kind={verifiedAt ? 'ok' : 'unknown'} large>
        {verifiedAt ? t('backups.checkedAt', { moment: at(verifiedAt) }) : t('backups.checked.never')}
      </Status>
      {administrator ? (
        <div className={css.ways}>
          <Button small label={t('backups.verifyOf', inWords)} pending={verify.isPending} onPress={() => verify.mutate({ place, id })}>
            {t('backups.verify')}
          </Button>
          <Link to="/restore" search={{ place, id }} className={buttonClass({ small: true })} aria-label={t('backups.goBackOf', inWords)}>
            {t('backups.goBack')}
          </Link>
        </div>
      ) : null}
      {late ? (
        <div className={css.whole}>
          <Progress label={t('backups.phase.verify')} done={null} />
        </div>
      ) : null}
      {verify.error ? (
        <div className={css.whole}>
          <Failure error={verify.error} />
        </div>
      ) : null}
    </li>
  );
}
