import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { History, PhoneCall } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PrintJob, PrintQueue } from '#core/contract/printing.ts';
import { useApi } from '../../client/api.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCallList } from '../calls/useCalls.ts';
import { CallerCard } from './CallerCard.tsx';
import css from './Desk.module.css';
import { deskOfSearch } from './deskSearch.ts';
import { Find } from './Find.tsx';
import { JobPanel } from './JobPanel.tsx';
import { isOver, needsPerson } from './jobWords.ts';
import { PrintBatch } from './PrintBatch.tsx';
import { Printers } from './Printers.tsx';
import { QueueList } from './QueueList.tsx';
import { useJobActs } from './useJobActs.ts';

/** The paper that most likely comes next: the oldest that nobody has printed yet, else the newest that is still open. */
function nextJob(jobs: readonly PrintJob[]): PrintJob | undefined {
  return jobs.findLast(({ state, order }) => state === 'waiting' && order === null) ?? jobs.find((job) => !isOver(job)) ?? jobs[0];
}

/** The next one that somebody can do something about, from one paper to the next and round again; the oldest first. */
function following(jobs: readonly PrintJob[], chosen: string | null): PrintJob | undefined {
  const needs = jobs.filter(needsPerson).reverse();
  const at = needs.findIndex(({ id }) => id === chosen);
  const next = at === -1 ? nextJob(needs) : needs[(at + 1) % needs.length];
  return next?.id === chosen ? undefined : next;
}

interface QueueProps {
  queue: PrintQueue;
  chosen: string | null;
  setChosen: (id: string) => void;
}

function Queue({ queue, chosen, setChosen }: QueueProps) {
  const t = useText();
  const acts = useJobActs(queue, setChosen);
  const { jobs } = queue;
  const job = jobs.find(({ id }) => id === chosen) ?? nextJob(jobs);
  const shownId = job?.id ?? null;
  // Stays chosen whatever others do meanwhile: a key must never meet another woman's paper than the one that is looked at.
  useEffect(() => {
    if (shownId !== null && shownId !== chosen) setChosen(shownId);
  }, [shownId, chosen, setChosen]);
  const [showsDone, setShowsDone] = useState(false);
  const over = jobs.filter(isOver).length;
  const shown = showsDone ? jobs : jobs.filter((each) => !isOver(each) || each.id === job?.id);
  const choose = (id: string) => {
    acts.forget();
    setChosen(id);
  };
  const next = following(jobs, job?.id ?? null);
  const goOn = () => {
    if (!next) return;
    choose(next.id);
    announce(next.patient.name);
  };
  useCommands([next !== undefined && { id: 'desk.next', title: t('desk.key.next'), run: goOn }]);
  return (
    <div className={css.desk}>
      <div className={css.left}>
        <Printers queue={queue} acts={acts} />
        <div className={css.bar}>
          <h2>{t('desk.papers')}</h2>
          {jobs.length > 0 ? <p>{t('desk.counted', { open: jobs.length - over, all: jobs.length })}</p> : null}
          {over > 0 ? (
            <Button kind="quiet" onPress={() => setShowsDone(!showsDone)}>
              {showsDone ? t('desk.hideDone') : t('desk.showDone', { count: over })}
            </Button>
          ) : null}
          {next ? (
            <Button onPress={goOn}>
              {t('desk.next')}
              <CommandKey id="desk.next" />
            </Button>
          ) : null}
          <PrintBatch jobs={jobs} acts={acts} />
        </div>
        {jobs.length > 0 ? (
          <QueueList queue={queue} jobs={shown} chosen={job?.id ?? null} onChoose={choose} acts={acts} />
        ) : (
          <p className={css.none}>{t('desk.none')}</p>
        )}
        {jobs.length === 0 && acts.error ? <Failure error={acts.error} /> : null}
      </div>
      {jobs.length > 0 ? <JobPanel job={job} queue={queue} acts={acts} /> : null}
    </div>
  );
}

/** Reception's print desk: the queue, the printers, and the hand-over. Nothing clinical stands here. */
export function DeskScreen() {
  const t = useText();
  const { orpc } = useApi();
  const queue = useQuery(orpc.printing.queue.queryOptions());
  const toCall = useCallList().open.length;
  const { job } = deskOfSearch(useSearch({ from: '/desk' }));
  const [chosen, setChosen] = useState<string | null>(job ?? null);
  const [caller, setCaller] = useState<string | null>(null);
  const showCaller = (id: string) => {
    // Where the focus comes back to: out of the box, so that the keys of the desk work again.
    document.querySelector<HTMLElement>('main h1')?.focus();
    setCaller(id);
  };
  return (
    <Screen
      title={t('desk.title')}
      lead={t('desk.lead')}
      wide
      action={
        <div className={css.links}>
          <Find onChoose={showCaller} />
          <Link to="/calls" className={buttonClass()}>
            <PhoneCall aria-hidden="true" />
            {t('calls.listCount', { count: toCall })}
          </Link>
          <Link to="/desk/history" className={buttonClass()}>
            <History aria-hidden="true" />
            {t('history.open')}
          </Link>
        </div>
      }
    >
      {queue.error ? <Failure error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      {queue.isPending ? <Waiting rows={5} /> : null}
      {queue.data ? <Queue queue={queue.data} chosen={chosen} setChosen={setChosen} /> : null}
      {caller ? (
        <CallerCard
          patientId={caller}
          onClose={() => setCaller(null)}
          onShow={(jobId) => {
            setCaller(null);
            setChosen(jobId);
          }}
        />
      ) : null}
    </Screen>
  );
}
