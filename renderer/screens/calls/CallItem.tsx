import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PhoneCall, PhoneMissed } from 'lucide-react';
import type { Call, CallOutcome } from '#core/contract/calls.ts';
import { phoneText } from '#core/domain/phone.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { ageText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import type { StatusKind } from '../../ui/StatusIcon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Calls.module.css';

const KINDS: Record<Call['state'], StatusKind> = { waiting: 'here', notReached: 'warn', called: 'done' };

/** One patient to call: who she is, her number, why, the tries so far, and the two ways a call ends. */
export function CallItem({ call }: { call: Call }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { timeZone, today } = useStatus();
  const { name, age, recordNumber, phone } = call.patient;
  const record = useMutation(
    orpc.calls.record.mutationOptions({
      onSuccess: async () => {
        announce(t('calls.recorded', { name }));
        await queries.invalidateQueries({ queryKey: orpc.calls.key() });
      },
    }),
  );
  const moment = (instant: string) => momentText(instant, timeZone, today);
  const say = (outcome: CallOutcome) => record.mutate({ id: call.id, outcome });
  return (
    <li className={css.call}>
      <div>
        <h3>{name}</h3>
        <p>
          {ageText(age, today)} · <span className="nb">{recordNumber}</span>
        </p>
        <p className={css.why}>{t(`calls.why.${call.why}`)}</p>
        {call.tries.map(({ outcome, by, at }) => (
          <p key={`${outcome}${at}`}>{t('calls.try', { outcome: t(`calls.state.${outcome}`), moment: moment(at), by })}</p>
        ))}
      </div>
      <p className={css.phone}>
        <span className="vh">{t('calls.phone')}</span>
        <span className={phone ? 'nb' : ''}>{phone ? phoneText(phone) : t('calls.noPhone')}</span>
      </p>
      <div className={css.state}>
        <Tag kind={KINDS[call.state]}>{t(`calls.state.${call.state}`)}</Tag>
        <small>{t('calls.since', { moment: moment(call.addedAt) })}</small>
      </div>
      {call.state === 'called' ? null : (
        <div className={css.actions}>
          <Button label={t('calls.notReachedFor', { name })} onPress={() => say('notReached')} pending={record.isPending}>
            <PhoneMissed />
            {t('calls.notReached')}
          </Button>
          <Button kind="go" label={t('calls.calledFor', { name })} onPress={() => say('called')} pending={record.isPending}>
            <PhoneCall />
            {t('calls.called')}
          </Button>
        </div>
      )}
      {record.error ? (
        <div className={css.whole}>
          <Failure error={record.error} />
        </div>
      ) : null}
    </li>
  );
}
