import { History } from 'lucide-react';
import { useRef } from 'react';
import { answerAt } from '#core/domain/followUp.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useMayChange } from '../answers/useMayChange.ts';
import { focusField } from '../place/focus.ts';
import { useFollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { lastVisit, nameOf, wordsOf } from './words.ts';

/** Under a field that has no answer yet: what it was at the last visit, and one press that says it is still so. */
export function FromLast({ name }: { name: string }) {
  const t = useText();
  const { answers } = useConsult();
  const followUp = useFollowUp();
  const mayChange = useMayChange()(name);
  const mark = useRef<HTMLDivElement>(null);
  const offer = followUp?.carry.offers.find(({ key }) => key === name);
  if (!followUp || !offer || answerAt(answers, name) !== undefined) return null;
  const still = offer;
  const { date, confirm } = followUp;
  const visit = lastVisit(followUp);
  function stillRight() {
    const field = mark.current?.closest('[data-field]')?.parentElement;
    confirm([still]);
    // The button goes with the mark; the cursor stays at the answer.
    requestAnimationFrame(() => field && focusField(field, name));
  }
  return (
    <div className={css.mark} ref={mark}>
      <History aria-hidden="true" />
      <p>
        <span className={css.when}>{t('since.last', { date: dateText(date) })}:</span> {wordsOf(name, offer.value, visit, t)}
        {offer.reworded ? <span className={css.reworded}> {t('since.reworded')}</span> : null}
      </p>
      {mayChange ? (
        <Button small onPress={stillRight} label={t('since.confirmOf', { what: nameOf(name, visit, t) })}>
          {t('since.confirm')}
        </Button>
      ) : null}
    </div>
  );
}
