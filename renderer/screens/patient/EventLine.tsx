import { FileText, Phone, Printer, Save, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '#core/contract/timeline.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';
import { howWords } from './consentWords.ts';
import css from './Timeline.module.css';

type Event = Exclude<TimelineEntry, { kind: 'visit' }>;

function paperWords(paper: Extract<Event, { kind: 'paper' }>, t: Translate): string {
  const { version, pages, replaces, sameAs } = paper;
  const words = { version, pages, language: t(`language.${paper.language}`) };
  if (replaces) return t('timeline.paperAmended', { ...words, before: replaces.version });
  return sameAs === null ? t('timeline.paperMade', words) : t('timeline.paperSame', { ...words, before: sameAs });
}

function callWords({ why, outcome }: Extract<Event, { kind: 'call' }>, t: Translate): string {
  if (why === 'spoke') return t('timeline.call.spoke');
  return t(`timeline.call.${outcome ?? 'added'}`, { why: t(`timeline.why.${why}`) });
}

/** What happened, and a second line where there is more to say. */
function wordsOf(entry: Event, t: Translate): { words: string; more?: string } {
  switch (entry.kind) {
    case 'paper': {
      const reason = entry.replaces?.reason;
      return { words: paperWords(entry, t), ...(reason ? { more: t('timeline.reason', { reason }) } : {}) };
    }
    case 'print':
      return { words: t(`timeline.print.${entry.how}`, { version: entry.version }) };
    case 'call':
      return { words: callWords(entry, t) };
    case 'consent':
      return { words: t(`timeline.consent.${entry.state}`), more: howWords(entry, t) };
  }
}

function iconOf(entry: Event): ReactNode {
  if (entry.kind === 'paper') return <FileText />;
  if (entry.kind === 'print') return entry.how === 'save' ? <Save /> : <Printer />;
  return entry.kind === 'call' ? <Phone /> : <ShieldCheck />;
}

/** One thing that happened, on a line: what, of which visit, when and by whom. */
export function EventLine({ entry }: { entry: Event }) {
  const t = useText();
  const { timeZone } = useStatus();
  const { date, time } = inZone(entry.at, timeZone);
  const { words, more } = wordsOf(entry, t);
  const visitDate = 'visitDate' in entry ? entry.visitDate : date;
  const facts = [visitDate === date ? '' : t('timeline.ofVisit', { date: dateText(visitDate) }), time, entry.by].filter(Boolean);
  return (
    <li className={css.event}>
      {iconOf(entry)}
      <div>
        <p>
          {words}
          {entry.kind === 'paper' && entry.replacedBy !== null ? (
            <>
              {' '}
              <Tag kind="warn">{t('timeline.replaced', { version: entry.replacedBy })}</Tag>
            </>
          ) : null}
        </p>
        {more ? <p className={css.more}>{more}</p> : null}
      </div>
      <small>{facts.join(' · ')}</small>
    </li>
  );
}
