import type { ReactNode } from 'react';
import type { Fact, Pack } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { FactText } from '../../ui/FactLink.tsx';
import { Status } from '../../ui/Status.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Approve.module.css';
import type { ApprovalGroup, ApprovalRow } from './statements.ts';

function Facts({ row, facts }: { row: ApprovalRow; facts: ReadonlyMap<string, Fact> }) {
  const t = useText();
  if (row.facts.length === 0) {
    return row.own ? (
      <Status kind="info" large>
        {t('approve.own')}
      </Status>
    ) : (
      <Status kind="none" large>
        {t('approve.noFact')}
      </Status>
    );
  }
  return (
    <ul className={css.facts}>
      {row.facts.map((id) => {
        const fact = facts.get(id);
        return (
          <li key={id}>
            <p className={css.id}>
              <b>{id}</b> {fact ? <Tag kind="info">{t(`fact.kind.${fact.kind}`)}</Tag> : null}
            </p>
            {fact ? <FactText fact={fact} /> : <p>{t('fact.missing')}</p>}
          </li>
        );
      })}
    </ul>
  );
}

export interface StatementTableProps {
  pack: Pack;
  groups: readonly ApprovalGroup[];
  /** After the last group. */
  children: ReactNode;
}

/** Statements at the left, the facts they rest on at the right. */
export function StatementTable({ pack, groups, children }: StatementTableProps) {
  const t = useText();
  const facts = new Map(pack.facts.map((fact) => [fact.id, fact]));
  return (
    <div className={css.layout}>
      <nav className={css.contents} aria-label={t('approve.contents')}>
        <ol>
          {groups.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className={css.jump}
                onClick={() => {
                  const heading = document.getElementById(`group-${id}`);
                  heading?.scrollIntoView({ block: 'start' });
                  heading?.focus({ preventScroll: true });
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        {groups.map((group) => (
          <section key={group.id} className={css.group} aria-labelledby={`group-${group.id}`}>
            <h2 id={`group-${group.id}`} tabIndex={-1}>
              {group.title}
            </h2>
            <div className={css.columnHeads} aria-hidden="true">
              <span>{t('approve.says')}</span>
              <span>{t('approve.restsOn')}</span>
            </div>
            {group.rows.map((row) => (
              <div key={row.id} className={css.row}>
                <div className={css.lines}>
                  {row.lines.map(({ id, text }) => (
                    <p key={id}>{text}</p>
                  ))}
                </div>
                <Facts row={row} facts={facts} />
              </div>
            ))}
          </section>
        ))}
        {children}
      </div>
    </div>
  );
}
