import { Check } from 'lucide-react';
import { comparable } from '#core/domain/amendment.ts';
import { answerAt, type Offer } from '#core/domain/followUp.ts';
import { sectionOfField } from '#core/domain/gate.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Status } from '../../ui/Status.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useMayChange } from '../answers/useMayChange.ts';
import { SectionLink } from '../section/SectionLink.tsx';
import type { FollowUp } from './FollowUpContext.ts';
import css from './followUp.module.css';
import { lastVisit, nameOf, wordsOf } from './words.ts';

/** One answer of the last visit: ticked when it is still so, or what it is now. */
function Line({ offer, followUp }: { offer: Offer; followUp: FollowUp }) {
  const t = useText();
  const { answers, pack, packText } = useConsult();
  const mayChange = useMayChange()(offer.key);
  const { confirm, takeBack } = followUp;
  const here = { pack, packText, program: answers.program };
  const visit = lastVisit(followUp);
  const name = nameOf(offer.key, offer.reworded ? here : visit, t);
  const now = answerAt(answers, offer.key);
  const same = now !== undefined && comparable(now) === comparable(offer.value);
  const section = sectionOfField(pack, offer.key);
  return (
    <li className={css.line}>
      <div>
        <span className={css.name}>{name}</span>
        <p className={css.value}>{wordsOf(offer.key, offer.value, visit, t)}</p>
        {offer.reworded ? <p className={css.reworded}>{t('since.reworded')}</p> : null}
        {now !== undefined && !same ? (
          <p className={css.now}>
            <Status kind="info">{t('since.changed')}</Status> {wordsOf(offer.key, now, here, t)}
          </p>
        ) : null}
      </div>
      {now === undefined || same ? (
        mayChange ? (
          <Checkbox checked={same} onChange={(on) => (on ? confirm([offer]) : takeBack(offer))}>
            <span aria-hidden="true">{t('since.confirm')}</span>
            <span className="vh">{t('since.confirmOf', { what: name })}</span>
          </Checkbox>
        ) : (
          <small>{t('since.doctors')}</small>
        )
      ) : null}
      {section && mayChange ? (
        <SectionLink section={section} field={offer.key} className={css.change} label={t('ask.changeWhat', { what: name })}>
          {t('since.change')}
        </SectionLink>
      ) : null}
    </li>
  );
}

/** What can be confirmed: what is known of her, together or one by one; what belongs to the plan, one by one. */
export function StillRight({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const mayChange = useMayChange();
  const { carry, open, confirm, date } = followUp;
  const [together, alone] = (['together', 'alone'] as const).map((how) => carry.offers.filter((offer) => offer.how === how));
  const left = open.filter(({ how, key }) => how === 'together' && mayChange(key));
  return (
    <>
      <section className={css.card} aria-labelledby="still-right">
        <h2 id="still-right">{t('since.still')}</h2>
        <p>{together?.length ? t('since.stillText') : t('since.nothing')}</p>
        {together?.length ? (
          <div className={css.all}>
            <Button onPress={() => confirm(left)} unavailable={left.length === 0} describedBy="still-all">
              <Check />
              {left.length > 0 ? t('since.stillAll', { count: left.length }) : t('since.allDone')}
            </Button>
            <small id="still-all">{t('since.stillAllText')}</small>
          </div>
        ) : null}
        <ul aria-label={t('since.then', { date: dateText(date) })}>
          {together?.map((offer) => (
            <Line key={offer.key} offer={offer} followUp={followUp} />
          ))}
        </ul>
      </section>
      {alone?.length ? (
        <section className={css.card} aria-labelledby="plan-right">
          <h2 id="plan-right">{t('since.plan')}</h2>
          <p>{t('since.planText')}</p>
          <ul>
            {alone.map((offer) => (
              <Line key={offer.key} offer={offer} followUp={followUp} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
