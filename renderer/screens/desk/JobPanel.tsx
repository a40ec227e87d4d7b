import { useEffect, useRef } from 'react';
import type { PrintJob, PrintQueue } from '#core/contract/printing.ts';
import { ageOn } from '#core/domain/age.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { SmallPapers } from '../slips/SmallPapers.tsx';
import css from './Desk.module.css';
import { jobLine, printerName } from './jobWords.ts';
import { Printed } from './Printed.tsx';
import { PrintForm } from './PrintForm.tsx';
import type { JobActs, JobProps } from './useJobActs.ts';

function Unknown({ job, queue, acts }: JobProps) {
  const t = useText();
  return (
    <>
      <p>
        {job.reason ? t(`desk.reason.${job.reason}`) : null}
        {job.reason === 'cancelled' || job.reason === 'aborted' ? ` ${t('desk.pagesOut')}` : null}
      </p>
      <p>{t('desk.unknownText', { printer: printerName(queue.printers, job.order?.printer) })}</p>
      <div className={css.ways}>
        <Button kind="main" pending={acts.pending} onPress={() => acts.looked(job, 'there')}>
          {t('desk.there')}
        </Button>
        <Button pending={acts.pending} onPress={() => acts.looked(job, 'notThere')}>
          {t('desk.notThere')}
        </Button>
        <Button kind="quiet" pending={acts.pending} onPress={() => acts.remove(job)}>
          {t('desk.remove')}
        </Button>
      </div>
    </>
  );
}

function ByState(props: JobProps) {
  const t = useText();
  const { timeZone } = useStatus();
  const { job, queue, acts } = props;
  switch (job.state) {
    case 'waiting':
    case 'failed':
      return (
        <>
          <p>{jobLine(job, queue.printers, timeZone)}</p>
          {job.state === 'waiting' && job.order !== null ? (
            <div className={css.ways}>
              <Button pending={acts.pending} onPress={() => acts.cancel(job)}>
                {t('desk.takeOut')}
              </Button>
            </div>
          ) : (
            <PrintForm key={job.id + job.state} {...props} />
          )}
        </>
      );
    case 'sent':
    case 'printing':
      return (
        <>
          <p>{jobLine(job, queue.printers, timeZone)}</p>
          <p>{t('desk.waitForIt')}</p>
          {job.cancelling ? null : (
            <div className={css.ways}>
              <Button pending={acts.pending} onPress={() => acts.cancel(job)}>
                {t('desk.cancel')}
              </Button>
            </div>
          )}
        </>
      );
    case 'unknown':
      return <Unknown {...props} />;
    case 'done':
      return <Printed {...props} />;
    case 'removed':
      return null;
  }
}

/** Everything about the chosen paper: whose it is, how it stands, what to do next. */
export function JobPanel({ job, queue, acts }: { job: PrintJob | undefined; queue: PrintQueue; acts: JobActs }) {
  const t = useText();
  const { today } = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = job && [job.id, job.state, job.cameOut?.answer, job.handedOver !== null, job.filed !== null].join(' ');
  useEffect(() => {
    // What had the focus is gone with the step that is over: the next one begins under her name.
    if (step && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <section className={css.panel} aria-label={t('desk.panel')}>
      {job ? (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {job.patient.name}
          </h2>
          <p className={css.facts}>
            {t('desk.age', { years: ageOn(job.patient.age, today).years })},{' '}
            <span className="nb">{t('desk.record', { number: job.patient.recordNumber })}</span>,{' '}
            {t('desk.version', { version: job.version })}
          </p>
          {job.replacedBy === null ? null : (
            <Banner kind="bad">
              <p>{t('desk.replaced', { version: job.replacedBy })}</p>
            </Banner>
          )}
          {acts.error ? <Failure error={acts.error} /> : null}
          <ByState job={job} queue={queue} acts={acts} />
          <div className={css.small}>
            <SmallPapers key={job.patient.id} patient={job.patient} />
          </div>
        </>
      ) : (
        <p>{t('desk.choose')}</p>
      )}
    </section>
  );
}
