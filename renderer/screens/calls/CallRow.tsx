import type { Call } from '#core/contract/calls.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { ageText, phoneWithOwner } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import type { StatusKind } from '../../ui/StatusIcon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Calls.module.css';
import { callSince } from './callWords.ts';

const KINDS: Record<Call['state'], StatusKind> = { waiting: 'waiting', notReached: 'warn', called: 'done' };

/** A call in a line: why and to whom, her number, how it stands with every try. */
export function CallRow({ call }: { call: Call }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const { patient, mayBeCalled, why, state, tries } = call;
  const phone = phoneWithOwner(patient);
  const others = mayBeCalled.map(({ name, relation }) => t('person.namedPair', { name, relation: t(`relation.${relation}`) }));
  const last = tries.at(-1);
  return (
    <>
      <span>
        <strong className={css.name}>{patient.name}</strong>
        <small>
          {ageText(patient.age, today)} · <span className="nb">{patient.recordNumber}</span>
        </small>
        <span className={css.why}>{t(`calls.why.${why}`)}</span>
        {last ? (
          <small>
            {t('calls.try', { outcome: t(`calls.state.${last.outcome}`), moment: momentText(last.at, timeZone, today), by: last.by })}
          </small>
        ) : null}
      </span>
      <span className={css.phone}>
        <span className="vh">{t('calls.phone')}</span>
        <span className={phone ? 'nb' : ''}>{phone ?? t('calls.noPhone')}</span>
        {others.length > 0 ? <small>{t('calls.mayBeTold', { who: others.join(', ') })}</small> : null}
      </span>
      <span>
        <Tag kind={KINDS[state]}>{t(`calls.state.${state}`)}</Tag>
        <small>{t('calls.since', { moment: callSince(call, { timeZone, today }) })}</small>
      </span>
    </>
  );
}
