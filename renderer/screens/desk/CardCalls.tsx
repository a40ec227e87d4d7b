import { PhoneCall, PhoneMissed } from 'lucide-react';
import type { CallerCard } from '#core/contract/desk.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { callSince } from '../calls/callWords.ts';
import css from './Card.module.css';
import type { CardActs } from './useCardActs.ts';

/** Calls to her that are to be made, each with the two ways it ends: she is on the phone just now. */
export function CardCalls({ card: { calls, patient }, acts }: { card: CallerCard; acts: CardActs }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const { name } = patient;
  return (
    <section className={css.part} aria-labelledby="card-calls">
      <h3 id="card-calls">{t('card.calls')}</h3>
      {calls.length > 0 ? (
        <ul className={css.list}>
          {calls.map((call) => (
            <li key={call.id} className={css.paper}>
              <p className={css.why}>
                {t('card.callSince', { why: t(`calls.why.${call.why}`), moment: callSince(call, { timeZone, today }) })}
              </p>
              <div className={css.ways}>
                <Button
                  label={t('calls.notReachedFor', { name })}
                  pending={acts.pending}
                  onPress={() => acts.record(call.id, 'notReached')}
                >
                  <PhoneMissed />
                  {t('calls.notReached')}
                </Button>
                <Button
                  kind="go"
                  label={t('calls.calledFor', { name })}
                  pending={acts.pending}
                  onPress={() => acts.record(call.id, 'called')}
                >
                  <PhoneCall />
                  {t('calls.called')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className={css.empty}>{t('card.noCalls')}</p>
      )}
    </section>
  );
}
