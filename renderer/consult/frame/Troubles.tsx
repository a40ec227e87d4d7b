import { Link } from '@tanstack/react-router';
import { useHasRole } from '../../frame/session.ts';
import { WaitingOfOthers } from '../../frame/WaitingAnswers.tsx';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Told } from '../../ui/Told.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useAnswerName } from '../answers/useAnswerName.ts';
import { valueWords } from '../answers/valueWords.ts';
import css from './frame.module.css';

/** The pack is past its review: what is said stands, and nothing becomes final before a doctor has approved it again. */
function ReviewDue() {
  const t = useText();
  const { pack, consultation } = useConsult();
  const isDoctor = useHasRole('doctor');
  const read = (
    <Link to="/approve/$hash" params={{ hash: consultation.pack.hash }} className={buttonClass()}>
      {t('pack.read')}
    </Link>
  );
  return (
    <Banner kind="warn" wide actions={isDoctor ? read : null}>
      <p>{t('pack.reviewDue', { date: dateText(pack.reviewBy) })}</p>
    </Banner>
  );
}

/** What the person must know or settle about saving: not saved, or changed elsewhere too. Nothing is lost in either case. */
export function Troubles() {
  const t = useText();
  const { state, keeper, fault, showFault, approval, consultation } = useConsult();
  const name = useAnswerName();
  return (
    <div className={css.troubles}>
      <WaitingOfOthers />
      {approval === 'reviewDue' && consultation.state === 'draft' ? <ReviewDue /> : null}
      {state.save.kind === 'notSaved' ? (
        <Banner kind="bad" wide alert actions={<Button onPress={() => keeper.flush()}>{t('save.tryAgain')}</Button>}>
          <p>{t('save.notSaved.text', { reason: state.save.message })}</p>
        </Banner>
      ) : null}
      {state.save.kind !== 'notSaved' && state.drafts.size > 0 ? (
        <Banner kind="warn" wide>
          <p>{t('save.unfinished', { count: state.drafts.size })}</p>
        </Banner>
      ) : null}
      {[...state.conflicts].map(([key, { mine, theirs }]) => (
        <Banner
          key={key}
          kind="warn"
          wide
          alert
          actions={
            <>
              <Button kind="go" onPress={() => keeper.settle(key, 'mine')}>
                {t('save.conflict.keepMine')}
              </Button>
              <Button onPress={() => keeper.settle(key, 'theirs')}>{t('save.conflict.takeTheirs')}</Button>
            </>
          }
        >
          <p>
            <b>{t('save.conflict.title', { what: name(key) })}</b>
          </p>
          <p className={css.values}>
            <span>{t('save.conflict.mine', { value: valueWords(mine, t) })}</span>
            <span>{t('save.conflict.theirs', { value: valueWords(theirs, t) })}</span>
          </p>
        </Banner>
      ))}
      {[...state.elsewhere].map(([key, { was, now }]) => (
        <Banner
          key={key}
          kind="info"
          wide
          actions={
            <>
              <Button onPress={() => keeper.answerElsewhere(key, 'putBack')}>{t('save.elsewhere.putBack')}</Button>
              <Button onPress={() => keeper.answerElsewhere(key, 'keep')}>{t('save.elsewhere.keep')}</Button>
            </>
          }
        >
          <p>
            <b>{t('save.elsewhere.title', { what: name(key) })}</b>
          </p>
          <p className={css.values}>
            <span>{t('save.elsewhere.was', { value: valueWords(was, t) })}</span>
            <span>{t('save.elsewhere.now', { value: valueWords(now, t) })}</span>
          </p>
        </Banner>
      ))}
      {fault ? (
        <Banner kind="bad" wide alert actions={<Button onPress={() => showFault(null)}>{t('close')}</Button>}>
          <p>
            <Told text={fault} />
          </p>
        </Banner>
      ) : null}
    </div>
  );
}
