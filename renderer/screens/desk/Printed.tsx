import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useStatus } from '../../frame/session.ts';
import { inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import css from './Desk.module.css';
import { HandOver } from './HandOver.tsx';
import { handedTo, jobLine, paperFacts, printerName, usualOrder } from './jobWords.ts';
import type { JobProps } from './useJobActs.ts';

function Step({
  number,
  state,
  title,
  children,
}: {
  number: number;
  state: 'done' | 'now' | 'later';
  title: string;
  children?: ReactNode;
}) {
  return (
    <li className={cx(css.step, css[state])} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
      <span className={css.number}>{state === 'done' ? <Check aria-hidden="true" /> : number}</span>
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </li>
  );
}

/** "Came out all right?": nothing goes on before somebody has looked. */
function AllRight({ job, queue, acts }: JobProps) {
  const t = useText();
  const { timeZone } = useStatus();
  const fetched = job.cameOut?.answer === 'wrongPrinter';
  useCommands([{ id: 'desk.cameOut', title: t('desk.key.cameOut'), run: () => acts.cameOut(job, 'allRight') }]);
  return (
    <>
      <p>{fetched ? jobLine(job, queue.printers, timeZone) : t('desk.step.rightText', { pages: job.pages })}</p>
      <div className={css.ways}>
        <Button kind="main" pending={acts.pending} onPress={() => acts.cameOut(job, 'allRight')}>
          {t(fetched ? 'desk.fetched' : 'desk.yes')}
          <CommandKey id="desk.cameOut" />
        </Button>
        <Button pending={acts.pending} onPress={() => acts.again(job, usualOrder(job, queue))}>
          {t('desk.again')}
        </Button>
        {fetched ? null : (
          <Button pending={acts.pending} onPress={() => acts.cameOut(job, 'wrongPrinter')}>
            {t('desk.wrongPrinter')}
          </Button>
        )}
      </div>
    </>
  );
}

/** A paper that came out: looked at, handed over, its clinic copy filed; and printed once more where that is asked for. */
export function Printed({ job, queue, acts }: JobProps) {
  const t = useText();
  const { timeZone } = useStatus();
  const time = (instant: string) => inZone(instant, timeZone).time;
  const right = job.cameOut?.answer === 'allRight';
  const { handedOver, filed } = job;
  const others = (['en', 'hi'] as const).filter((language) => language !== job.language);
  return (
    <>
      <ol className={css.steps}>
        <Step number={1} state="done" title={t('desk.step.printed')}>
          <p>
            {t('desk.step.printedText', {
              printer: job.order ? printerName(queue.printers, job.order.printer) : t('desk.elsewhere'),
              time: time(job.stateAt),
              what: paperFacts(job),
            })}
          </p>
        </Step>
        <Step number={2} state={right ? 'done' : 'now'} title={t('desk.step.right')}>
          {right ? null : <AllRight job={job} queue={queue} acts={acts} />}
        </Step>
        <Step number={3} state={handedOver ? 'done' : right ? 'now' : 'later'} title={t('desk.step.handed')}>
          {handedOver ? (
            <p>{t('desk.handedText', { who: handedTo(handedOver.to), time: time(handedOver.at), by: handedOver.by })}</p>
          ) : right ? (
            <HandOver key={job.id} job={job} acts={acts} />
          ) : null}
        </Step>
        {job.hasClinicCopy ? (
          <Step number={4} state={filed ? 'done' : 'later'} title={t('desk.step.copy')}>
            {filed ? (
              <p>{t('desk.filedText', { time: time(filed.at), by: filed.by })}</p>
            ) : (
              <div className={css.ways}>
                <Button pending={acts.pending} onPress={() => acts.file(job)}>
                  {t('desk.file')}
                </Button>
              </div>
            )}
          </Step>
        ) : null}
      </ol>
      <div className={css.ways}>
        <Button pending={acts.pending} onPress={() => acts.reprint(job, job.language, usualOrder(job, queue))}>
          {t('desk.reprint')}
        </Button>
        {others.map((language) => (
          <Button key={language} pending={acts.pending} onPress={() => acts.reprint(job, language, null)}>
            {t('desk.reprintIn', { language: t(`desk.language.${language}`) })}
          </Button>
        ))}
        <Button kind="quiet" pending={acts.pending} onPress={() => acts.remove(job)}>
          {t('desk.remove')}
        </Button>
      </div>
    </>
  );
}
