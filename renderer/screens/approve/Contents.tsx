import { useText } from '../../text/useText.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import css from './Approve.module.css';
import { type ApprovalGroup, markOf } from './statements.ts';

function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

export interface ContentsProps {
  groups: readonly ApprovalGroup[];
  read: ReadonlySet<string>;
  /** The end of the page: its heading's id and its words. */
  end: { id: string; title: string };
}

/** The parts of the topic, how far each is read, and a way to the end. */
export function Contents({ groups, read, end }: ContentsProps) {
  const t = useText();
  const counts = groups.map((group) => ({ ...group, done: group.rows.filter((row) => read.has(markOf(group, row))).length }));
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const done = counts.reduce((sum, group) => sum + group.done, 0);
  return (
    <nav className={css.contents} aria-label={t('approve.contents')}>
      <div className={css.progress}>
        <progress max={all} value={done} aria-label={t('approve.progressLong', { read: done, all })} />
        <span>{t('approve.progress', { read: done, all })}</span>
      </div>
      <ol>
        {counts.map(({ id, title, lang, rows, done: readOfIt }) => (
          <li key={id}>
            <button type="button" className={css.jump} onClick={() => jumpTo(`group-${id}`)}>
              <StatusIcon kind={readOfIt === rows.length ? 'done' : readOfIt > 0 ? 'here' : 'none'} />
              <span>
                <span lang={lang}>{title}</span> <small>{t('approve.progress', { read: readOfIt, all: rows.length })}</small>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={css.jump} onClick={() => jumpTo(end.id)}>
            <StatusIcon kind="paper" />
            <b>{end.title}</b>
          </button>
        </li>
      </ol>
    </nav>
  );
}
