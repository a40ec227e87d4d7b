import type { UseMutationResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useLate } from '../../ui/useLate.ts';

export interface CheckLogProps {
  check: Pick<UseMutationResult<{ rows: number; firstBad: number | null }>, 'isPending' | 'error' | 'data'>;
}

/** What came out of checking the whole log: how far it is sound, and what can be done. */
export function CheckLog({ check }: CheckLogProps) {
  const t = useText();
  const working = useLate(check.isPending);
  if (check.isPending) return working ? <Progress label={t('log.checking')} done={null} /> : null;
  if (check.error) return <Failure error={check.error} />;
  if (!check.data) return null;
  const { rows, firstBad } = check.data;
  if (firstBad === null) {
    return (
      <Banner kind="ok">
        <p>{t('log.sound', { count: rows })}</p>
      </Banner>
    );
  }
  return (
    <Banner
      kind="bad"
      alert
      actions={
        <Link to="/settings/backups" className={buttonClass()}>
          {t('log.toBackups')}
        </Link>
      }
    >
      <p>
        <b>{t('log.bad', { row: firstBad, sound: Math.max(0, firstBad - 1) })}</b>
      </p>
      <p>{t('log.badWhatToDo')}</p>
    </Banner>
  );
}
