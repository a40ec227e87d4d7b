import type { ReactNode } from 'react';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Status } from '../../ui/Status.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useMayChange } from '../answers/useMayChange.ts';
import { statusKinds } from '../ask/CriterionOf.tsx';
import { SectionLink } from '../section/SectionLink.tsx';
import css from './check.module.css';
import { checkGroups } from './checkRows.ts';
import { PaperGroup } from './PaperGroup.tsx';
import type { CheckGroup, CheckRow } from './rows.ts';

const ON_PAPER = { met: 'check.yes', notMet: 'check.no', notKnown: 'check.stillToCheck', doesNotApply: 'criterion.doesNotApply' } as const;

function Answer({ row }: { row: CheckRow }) {
  const t = useText();
  if (row.criterion) {
    return (
      <>
        <Status kind={statusKinds[row.criterion]} large>
          <b>{t(ON_PAPER[row.criterion])}</b>
        </Status>{' '}
        {row.value}
      </>
    );
  }
  if (!row.value && !row.strong) {
    return row.empty ? (
      <span className={css.empty}>{row.empty}</span>
    ) : (
      <Status kind="warn" large>
        <b>{t('check.notFilled')}</b>
      </Status>
    );
  }
  return (
    <>
      {row.strong ? <b>{row.strong}</b> : null}
      {row.strong && row.value ? ', ' : null}
      <RichText text={row.value} />
    </>
  );
}

/** One group of the record. `apart`: it stands by itself, under the name of its section. */
export function Group({ id, title, rows, apart }: CheckGroup & { apart?: boolean }) {
  const t = useText();
  const mayChange = useMayChange();
  if (rows.length === 0) return null;
  return (
    <section className={cx(css.group, apart && css.apart, (id === 'fit' || id === 'topic') && css.wide)}>
      <h2>{title}</h2>
      <dl>
        {rows.map((row) => (
          <div key={`${row.key} ${row.label}`} className={css.row}>
            <dt>{row.label}</dt>
            <dd>
              <Answer row={row} />
            </dd>
            {row.section && mayChange(row.key) ? (
              <dd>
                <SectionLink section={row.section} field={row.key} className={css.change} label={t('ask.changeWhat', { what: row.label })}>
                  {t('check.change')}
                </SectionLink>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The whole record: question, answer, Change. */
export function CheckGroups() {
  const t = useText();
  const { pack, answers, evaluation, packText } = useConsult();
  const groups = checkGroups({ pack, answers, criteria: evaluation.criteria, packText, t });
  const column = (ids: readonly CheckGroup['id'][], last?: ReactNode) => (
    <div className={css.column}>
      {groups
        .filter(({ id }) => ids.includes(id))
        .map((group) => (
          <Group key={group.id} {...group} />
        ))}
      {last}
    </div>
  );
  return (
    <div className={css.groups}>
      {column(['decision', 'protocol', 'plan'])}
      {column(['safety', 'fit', 'topic', 'questions'], <PaperGroup />)}
    </div>
  );
}
