import { memo, type Ref } from 'react';
import type { Fact } from '#core/domain/pack.ts';
import type { Language } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { FactText } from '../../ui/FactLink.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Status } from '../../ui/Status.tsx';
import { Tag } from '../../ui/Tag.tsx';
import css from './Approve.module.css';
import { type ApprovalGroup, type ApprovalRow, markOf } from './statements.ts';
import { READ_MARK } from './useRead.ts';

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

export interface StatementGroupProps {
  group: ApprovalGroup;
  facts: ReadonlyMap<string, Fact>;
  /** Language of the words that are approved. */
  language: Language;
  /** Watches the mark at the end of each statement. */
  watch: Ref<HTMLElement>;
}

/** A part of the topic: statements at the left, the facts they rest on at the right. */
export const StatementGroup = memo(function StatementGroup({ group, facts, language, watch }: StatementGroupProps) {
  const t = useText();
  return (
    <section className={css.group} aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`} tabIndex={-1} lang={group.lang}>
        {group.title}
      </h2>
      <div className={css.columnHeads} aria-hidden="true">
        <span>{t('approve.says')}</span>
        <span>{t('approve.restsOn')}</span>
      </div>
      {group.rows.map((row) => (
        <div key={row.id} className={css.row}>
          <div className={css.lines} lang={language}>
            {row.lines.map(({ id, text }) => (
              <p key={id}>
                <RichText text={text} />
              </p>
            ))}
          </div>
          <Facts row={row} facts={facts} />
          <span className={css.mark} ref={watch} {...{ [READ_MARK]: markOf(group, row) }} />
        </div>
      ))}
    </section>
  );
});
