import type { BackupState } from '#core/contract/backups.ts';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './Backups.module.css';
import { isMendedByBackup, isUrgent } from './reminders.ts';

export interface RemindersProps {
  state: BackupState;
  /** Why the button that was just pressed failed stands elsewhere already. */
  faultShown: boolean;
  onMake: () => void;
  onChoose: () => void;
  pending: boolean;
}

/** What the clinic ought to do about its backups, the most urgent first, each with the button that does it. */
export function Reminders({ state, faultShown, onMake, onChoose, pending }: RemindersProps) {
  const t = useText();
  const administrator = useHasRole('administrator');
  if (state.reminders.length === 0) return null;
  return (
    <section className={css.reminders} aria-labelledby="backups-reminders">
      <h2 id="backups-reminders" className="vh">
        {t('backups.reminders')}
      </h2>
      {state.reminders.map((reminder) => (
        <Banner
          key={reminder}
          kind={isUrgent(reminder) || reminder === 'trialFailed' ? 'bad' : 'warn'}
          actions={
            isMendedByBackup(reminder) ? (
              <Button pending={pending} onPress={onMake}>
                {t('backups.make')}
              </Button>
            ) : administrator ? (
              <Button onPress={onChoose}>{t('backups.do.choose')}</Button>
            ) : null
          }
        >
          <p>
            <b>{t(`backups.remind.${reminder}`)}</b> {reminder === 'lastFailed' && state.lastFault && !faultShown ? state.lastFault : ''}
          </p>
          <p>
            {t(`backups.remind.${reminder}Do`)} {reminder === 'noSecondPlace' && !administrator ? t('backups.remind.administrator') : ''}
          </p>
        </Banner>
      ))}
    </section>
  );
}
