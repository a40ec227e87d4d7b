import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarDays, PhoneCall, PhoneIncoming, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { CallerCard as Card } from '#core/contract/desk.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { agePair, phoneWithOwner, relativeText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Pairs } from '../../ui/Pairs.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { SlipDialog } from '../slips/SlipDialog.tsx';
import css from './Card.module.css';
import { CardCalls } from './CardCalls.tsx';
import { CardPapers } from './CardPapers.tsx';
import { useCardActs } from './useCardActs.ts';

function Facts({ card }: { card: Card }) {
  const t = useText();
  const { today } = useStatus();
  const { patient, mayCollect, mayBeCalled, next, passed } = card;
  const who = (people: Card['mayCollect']) =>
    people.map(({ name, relation }) => t('person.namedPair', { name, relation: t(`relation.${relation}`) })).join(', ') ||
    t('person.onlyShe');
  const date = next && dateText(next.date, { weekday: true });
  const pairs = [
    agePair(patient.age, today),
    { label: t('patient.record'), value: patient.recordNumber },
    { label: t('person.phonePair'), value: phoneWithOwner(patient) ?? t('calls.noPhone') },
    { label: t('person.relativePair'), value: relativeText(patient) },
    { label: t('person.village'), value: patient.village },
    { label: t('person.collects'), value: who(mayCollect) },
    { label: t('card.mayBeTold'), value: who(mayBeCalled) },
  ];
  return (
    <>
      <p className={css.ask}>{t('card.ask')}</p>
      <dl className={css.facts}>
        <div className={css.next}>
          <dt>{t('card.next')}</dt>
          <dd>
            {next && date ? (next.time ? t('card.nextTime', { date, time: next.time }) : date) : t('card.noNext')}
            {next === null && passed ? <small>{t('card.passed', { date: dateText(passed) })}</small> : null}
          </dd>
        </div>
        <Pairs pairs={pairs} />
      </dl>
    </>
  );
}

interface CardProps {
  onClose: () => void;
  onShow: (jobId: string) => void;
}

function Content({ card, onClose, onShow }: CardProps & { card: Card }) {
  const t = useText();
  const acts = useCardActs(card, onShow);
  const [slip, setSlip] = useState(false);
  const { id, name } = card.patient;
  return (
    <>
      <Facts card={card} />
      <CardPapers card={card} acts={acts} onShow={onShow} />
      <CardCalls card={card} acts={acts} />
      {acts.error ? <Failure error={acts.error} /> : null}
      <DialogFoot>
        <Link to="/patients/$patientId" params={{ patientId: id }} className={buttonClass({ kind: 'quiet' })} onClick={onClose}>
          <UserRound aria-hidden="true" />
          {t('card.page')}
        </Link>
        {card.next === null ? null : (
          <Button onPress={() => setSlip(true)}>
            <CalendarDays />
            {t('slips.slip')}
          </Button>
        )}
        <Button pending={acts.pending} onPress={acts.spoke}>
          <PhoneIncoming />
          {t('card.spoke')}
        </Button>
        {card.calls.some(({ why }) => why === 'asked') ? null : (
          <Button kind="main" pending={acts.pending} onPress={acts.addCall}>
            <PhoneCall />
            {t('card.addCall')}
          </Button>
        )}
      </DialogFoot>
      <Dialog title={t('slips.slipOf', { name })} open={slip} onClose={() => setSlip(false)}>
        <SlipDialog patientId={id} />
      </Dialog>
    </>
  );
}

/**
 * Everything that reception needs while somebody is on the phone, in one card over the desk: who she is, when she is
 * expected, which paper holds, which calls are open. `onShow` leads to a paper in the queue.
 */
export function CallerCard({ patientId, name, onClose, onShow }: CardProps & { patientId: string; name?: string | undefined }) {
  const t = useText();
  const { orpc } = useApi();
  const card = useQuery(orpc.desk.card.queryOptions({ input: { patientId } }));
  return (
    <Dialog title={card.data?.patient.name ?? name ?? t('find.looking')} open onClose={onClose} wide>
      {card.error ? <Failure error={card.error} onRetry={() => void card.refetch()} /> : null}
      {card.isPending ? <Waiting rows={4} /> : null}
      {card.data ? <Content card={card.data} onClose={onClose} onShow={onShow} /> : null}
    </Dialog>
  );
}
