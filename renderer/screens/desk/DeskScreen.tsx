import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PhoneCall } from 'lucide-react';
import { useState } from 'react';
import type { PrintJob, PrintQueue } from '#core/contract/printing.ts';
import { useApi } from '../../client/api.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import css from './Desk.module.css';
import { JobPanel } from './JobPanel.tsx';
import { isOver } from './jobWords.ts';
import { PrintBatch } from './PrintBatch.tsx';
import { Printers } from './Printers.tsx';
import { QueueList } from './QueueList.tsx';
import { useJobActs } from './useJobActs.ts';

const isAsked = ({ state, order }: PrintJob) => state !== 'waiting' || order !== null;

/** The paper that most likely comes next: the oldest that nobody has printed yet, else the newest that is still open. */
function nextJob(jobs: readonly PrintJob[]): PrintJob | undefined {
  return jobs.findLast((job) => !isAsked(job)) ?? jobs.find((job) => !isOver(job)) ?? jobs[0];
}

function Queue({ queue }: { queue: PrintQueue }) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const acts = useJobActs(queue, setChosen);
  const { jobs } = queue;
  const job = jobs.find(({ id }) => id === chosen) ?? nextJob(jobs);
  // Stays chosen whatever others do meanwhile: a key must never meet another woman's paper than the one that is looked at.
  if (job && job.id !== chosen) setChosen(job.id);
  return (
    <div className={css.desk}>
      <div className={css.left}>
        <Printers queue={queue} acts={acts} />
        <div className={css.bar}>
          <h2>{t('desk.papers')}</h2>
          {jobs.length > 0 ? <p>{t('desk.counted', { open: jobs.filter((each) => !isOver(each)).length })}</p> : null}
          <PrintBatch jobs={jobs} acts={acts} />
        </div>
        {jobs.length > 0 ? (
          <QueueList
            queue={queue}
            chosen={job?.id ?? null}
            onChoose={(id) => {
              acts.forget();
              setChosen(id);
            }}
            acts={acts}
          />
        ) : (
          <p className={css.none}>{t('desk.none')}</p>
        )}
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
  return (
    <Screen
      title={t('desk.title')}
      lead={t('desk.lead')}
      wide
      action={
        <Link to="/calls" className={buttonClass()}>
          <PhoneCall aria-hidden="true" />
          {t('desk.callList')}
        </Link>
      }
    >
      {queue.error ? <Failure error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      {queue.isPending ? <Waiting rows={5} /> : null}
      {queue.data ? <Queue queue={queue.data} /> : null}
    </Screen>
  );
}
