import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, IdCard, PhoneCall, PhoneMissed, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { Call } from '#core/contract/calls.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { CallerCard } from '../desk/CallerCard.tsx';
import { CallRow } from './CallRow.tsx';
import css from './Calls.module.css';
import { useCallList, useWorkOn } from './useCalls.ts';

type Work = ReturnType<typeof useWorkOn>;

/** The calls of the day. Arrows choose one, its keys record it, Enter shows her card. */
function ToCall({ open, work, onCard }: { open: readonly Call[]; work: Work; onCard: (call: Call) => void }) {
  const t = useText();
  const { chosen, choose, say, pending } = work;
  useCommands([
    chosen !== undefined && { id: 'calls.called', title: t('calls.key.called'), run: () => say(chosen, 'called') },
    chosen !== undefined && { id: 'calls.notReached', title: t('calls.key.notReached'), run: () => say(chosen, 'notReached') },
  ]);
  return (
    <GridList
      aria-label={t('calls.toCall')}
      className={css.list ?? ''}
      items={open}
      dependencies={[open, pending, chosen]}
      selectionMode="single"
      selectionBehavior="replace"
      // A letter is a key of the list, not the beginning of a name.
      disallowTypeAhead
      selectedKeys={chosen ? [chosen.id] : []}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) choose(String(first));
      }}
      onAction={(key) => {
        const call = open.find(({ id }) => id === key);
        if (call) onCard(call);
      }}
    >
      {(call) => {
        const { name } = call.patient;
        return (
          <GridListItem id={call.id} textValue={name} className={css.call ?? ''}>
            <CallRow call={call} />
            <span className={css.actions}>
              <Button kind="quiet" icon label={t('calls.cardFor', { name })} onPress={() => onCard(call)}>
                <IdCard />
              </Button>
              <Button label={t('calls.notReachedFor', { name })} pending={pending} onPress={() => say(call, 'notReached')}>
                <PhoneMissed />
                {t('calls.notReached')}
              </Button>
              <Button
                kind={call.id === chosen?.id ? 'go' : 'ordinary'}
                label={t('calls.calledFor', { name })}
                pending={pending}
                onPress={() => say(call, 'called')}
              >
                <PhoneCall />
                {t('calls.called')}
              </Button>
            </span>
          </GridListItem>
        );
      }}
    </GridList>
  );
}

/** Calls that were made, folded away; one that was recorded by mistake is put back. */
function Done({ done, work: { say, pending } }: { done: readonly Call[]; work: Work }) {
  const t = useText();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className={css.part}>
      <Button kind="quiet" expanded={unfolded} controls="called" onPress={() => setUnfolded(!unfolded)}>
        {unfolded ? <ChevronDown /> : <ChevronRight />}
        {t('calls.done', { count: done.length })}
      </Button>
      {unfolded ? (
        <ul id="called" aria-label={t('calls.doneList')} className={css.list}>
          {done.map((call) => (
            <li key={call.id} className={css.call}>
              <CallRow call={call} />
              {call.why === 'spoke' ? null : (
                <span className={css.actions}>
                  <Button label={t('calls.backFor', { name: call.patient.name })} pending={pending} onPress={() => say(call, 'notReached')}>
                    <Undo2 />
                    {t('calls.back')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Reception's calls of the day: whom to call and why, without anything clinical. */
export function CallsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { open, done, loaded, pending, error, retry } = useCallList();
  const work = useWorkOn(open);
  const [card, setCard] = useState<Call | null>(null);
  return (
    <Screen title={t('calls.title')} lead={t('calls.lead')}>
      {error ? <Failure error={error} onRetry={retry} /> : null}
      {pending ? <Waiting rows={3} /> : null}
      {loaded && open.length === 0 ? (
        <div className={css.none}>
          <p>{t('calls.none')}</p>
          <p>{t('calls.noneText')}</p>
        </div>
      ) : null}
      {open.length > 0 ? (
        <section className={css.part}>
          <div className={css.bar}>
            <h2>{t('calls.toCall')}</h2>
            <p>{t('calls.counted', { count: open.length })}</p>
            <p className={css.keys}>
              {t('calls.keys')} <CommandKey id="calls.called" /> {t('calls.keys.called')} <CommandKey id="calls.notReached" />{' '}
              {t('calls.keys.notReached')} <Kbd keys="Enter" /> {t('calls.keys.card')}
            </p>
          </div>
          <ToCall open={open} work={work} onCard={setCard} />
        </section>
      ) : null}
      {work.error ? <Failure error={work.error} /> : null}
      {done.length > 0 ? <Done done={done} work={work} /> : null}
      {card ? (
        <CallerCard
          patientId={card.patient.id}
          name={card.patient.name}
          onClose={() => setCard(null)}
          onShow={(job) => void navigate({ to: '/desk', search: { job } })}
        />
      ) : null}
    </Screen>
  );
}
