import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { type TimelineEntry, type TimelineKind, timelineKindSchema } from '#core/contract/timeline.ts';
import { useApi } from '../../client/api.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { EventLine } from './EventLine.tsx';
import css from './Timeline.module.css';
import { VisitEntry } from './VisitEntry.tsx';

type Shown = TimelineKind | 'all';
const SHOWN: readonly Shown[] = ['all', ...timelineKindSchema.options];

/** Entries that follow one another on the same day of the clinic's zone, day by day. */
function byDay(entries: readonly TimelineEntry[], timeZone: string): { date: string; entries: TimelineEntry[] }[] {
  const days: { date: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const { date } = inZone(entry.at, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

/** What stands here before anything has happened: what will, and how to begin. */
function Empty({ shown }: { shown: Shown }) {
  const t = useText();
  const clinical = useHasRole('doctor', 'counsellor');
  if (shown !== 'all') return <p className={css.empty}>{t('timeline.noneOfKind')}</p>;
  return (
    <div className={css.empty}>
      <p>
        <b>{t('timeline.noneYet')}</b>
      </p>
      <p>{t('timeline.teach')}</p>
      {clinical ? <p>{t('timeline.teachStart')}</p> : null}
    </div>
  );
}

/** What happened with a patient, by day, the newest first. Reception is told nothing clinical. */
export function Timeline({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const [shown, setShown] = useState<Shown>('all');
  const about = { id: patient.id, ...(shown === 'all' ? {} : { kinds: [shown] }) };
  const parts = useInfiniteQuery(
    orpc.patients.timeline.infiniteOptions({
      input: (before: string | undefined) => ({ ...about, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ older }) => older ?? undefined,
    }),
  );
  const entries = parts.data?.pages.flatMap((page) => page.entries) ?? [];
  const newestVisit = entries.find((entry) => entry.kind === 'visit')?.id;
  return (
    <section aria-labelledby="timeline">
      <div className={css.top}>
        <h2 id="timeline">{t('patient.visits')}</h2>
        <RadioGroup
          label={t('timeline.show')}
          labelHidden
          small
          choices={SHOWN.map((value) => ({ value, label: t(`timeline.${value}`) }))}
          value={shown}
          onChange={setShown}
        />
      </div>
      {parts.isPending ? <Waiting rows={3} /> : null}
      {parts.error && !parts.data ? <Failure error={parts.error} onRetry={() => void parts.refetch()} /> : null}
      {parts.data && entries.length === 0 ? <Empty shown={shown} /> : null}
      {entries.length > 0 ? (
        <ol className={css.days} aria-label={t('timeline.list')}>
          {byDay(entries, timeZone).map(({ date, entries: ofDay }) => (
            <li key={`${date} ${ofDay[0]?.id}`}>
              <h3 className={css.day}>
                {dateText(date, { weekday: true })}
                {date === today ? <small>{t('timeline.today')}</small> : null}
              </h3>
              <ol className={css.entries}>
                {ofDay.map((entry) =>
                  entry.kind === 'visit' ? (
                    <VisitEntry key={entry.id} visit={entry} patientId={patient.id} newest={entry.id === newestVisit} />
                  ) : (
                    <EventLine key={`${entry.kind} ${entry.id}`} entry={entry} />
                  ),
                )}
              </ol>
            </li>
          ))}
        </ol>
      ) : null}
      {parts.error && parts.data ? <Failure error={parts.error} onRetry={() => void parts.fetchNextPage()} /> : null}
      {parts.hasNextPage ? (
        <div className={css.older}>
          <Button onPress={() => void parts.fetchNextPage()} pending={parts.isFetchingNextPage}>
            {t('timeline.older')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
