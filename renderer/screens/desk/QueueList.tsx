import { useEffect, useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { PrintJob, PrintQueue } from '#core/contract/printing.ts';
import { ageOn } from '#core/domain/age.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Desk.module.css';
import { collectors, jobLine, paperFacts, STATE_KINDS, usualOrder } from './jobWords.ts';
import type { JobActs } from './useJobActs.ts';

interface RowProps {
  job: PrintJob;
  queue: PrintQueue;
  acts: JobActs;
  onChoose: () => void;
}

/** The one thing to do about a paper, in its row; everything else stands in the panel. */
function RowAct({ job, queue, acts, onChoose }: RowProps) {
  const t = useText();
  const { name } = job.patient;
  const button = (act: string, run: () => void, go = false) => (
    <Button kind={go ? 'go' : 'ordinary'} label={t('desk.actFor', { act, name })} pending={acts.pending} onPress={run}>
      {act}
    </Button>
  );
  const order = usualOrder(job, queue);
  const print = () => (order ? acts.print(job, order) : onChoose());
  switch (job.state) {
    case 'waiting':
      return job.order === null ? button(t('desk.print'), print, true) : button(t('desk.takeOut'), () => acts.cancel(job));
    case 'sent':
    case 'printing':
      return job.cancelling ? null : button(t('desk.cancel'), () => acts.cancel(job));
    case 'failed':
      return button(t('desk.tryAgain'), print, true);
    case 'unknown':
      return button(t('desk.look'), onChoose, true);
    case 'done':
    case 'removed':
      return null;
  }
}

function Row({ job, queue, acts, onChoose }: RowProps) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const { date, time } = inZone(job.finalAt, timeZone);
  const { patient } = job;
  return (
    <>
      <span className={css.time}>
        {time}
        {date === today ? null : <small>{dateText(date)}</small>}
      </span>
      <span className={css.who}>
        <b>{patient.name}</b>
        <small>
          {t('desk.age', { years: ageOn(patient.age, today).years })}, <span className="nb">…{patient.recordNumber.slice(-4)}</span>
        </small>
      </span>
      <span>
        {t(`desk.language.${job.language}`)}, {job.size}
        {job.largePrint ? `, ${t('desk.large')}` : ''}
        <small>{paperFacts(job)}</small>
      </span>
      <span>
        <span className="vh">{t('desk.mayCollect', { who: '' })}</span>
        {collectors(job)}
      </span>
      <span>
        <Tag kind={STATE_KINDS[job.state]}>{t(`desk.state.${job.state}`)}</Tag>
        <small>{jobLine(job, queue.printers, timeZone)}</small>
      </span>
      <span className={css.act}>
        <RowAct job={job} queue={queue} acts={acts} onChoose={onChoose} />
      </span>
    </>
  );
}

export interface QueueListProps {
  queue: PrintQueue;
  /** Those of the queue that are shown. */
  jobs: readonly PrintJob[];
  chosen: string | null;
  onChoose: (id: string) => void;
  acts: JobActs;
}

/** Today's papers, the newest first. Arrows choose one; the keys of the screen act on it. */
export function QueueList({ queue, jobs, chosen, onChoose, acts }: QueueListProps) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list's rows come after it. It alone moves: what stands above it stays where it is.
    const frame = requestAnimationFrame(() => {
      const box = list.current;
      const row = chosen === null ? null : box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(chosen)}"]`);
      if (!box || !row) return;
      const lowest = row.offsetTop + row.offsetHeight - box.clientHeight;
      box.scrollTop = Math.max(lowest, Math.min(box.scrollTop, row.offsetTop));
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  return (
    <>
      <div className={css.heads} aria-hidden="true">
        {(['finalAt', 'patient', 'paper', 'collect', 'state'] as const).map((head) => (
          <span key={head}>{t(`desk.head.${head}`)}</span>
        ))}
      </div>
      <GridList
        ref={list}
        aria-label={t('desk.papers')}
        className={css.queue ?? ''}
        items={jobs}
        dependencies={[queue, acts.pending, chosen]}
        selectionMode="single"
        selectionBehavior="replace"
        // A letter is a key of the desk, not the beginning of a name.
        disallowTypeAhead
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [first] = keys === 'all' ? [] : [...keys];
          if (first !== undefined) onChoose(String(first));
        }}
      >
        {(job) => (
          <GridListItem id={job.id} textValue={job.patient.name} className={css.row ?? ''}>
            <Row job={job} queue={queue} acts={acts} onChoose={() => onChoose(job.id)} />
          </GridListItem>
        )}
      </GridList>
    </>
  );
}
