import type { ReactNode } from 'react';
import { dateText } from '../text/dates.ts';
import { useText } from '../text/useText.ts';
import { cx } from '../ui/cx.ts';
import css from './amend.module.css';
import type { Move } from './useTransferMove.ts';

/** Old and new, side by side: transfer, first day, last day, length of the calendar. */
export function WhatChanges({ move }: { move: Move }) {
  const t = useText();
  const { before, after } = move.course;
  const day = (civil: string | undefined) => (civil === undefined ? t('transfer.open') : dateText(civil, { weekday: true }));
  const count = (days: number | undefined) => (days === undefined ? t('transfer.open') : t('transfer.days', { count: days }));
  const rows = [
    { id: 'transfer', was: day(move.transferBefore), is: day(move.transferDate ?? move.transferBefore) },
    { id: 'firstDay', was: day(before.firstDay), is: day(after.firstDay) },
    { id: 'lastDay', was: day(before.lastDay), is: day(after.lastDay) },
    { id: 'days', was: count(before.tabletDays), is: count(after.tabletDays) },
  ] as const;
  const cell = (changed: boolean, text: ReactNode) => (
    <td className={cx(css.new, changed && css.changed)}>{changed ? text : <span className="muted">{t('transfer.same')}</span>}</td>
  );
  return (
    <table className={css.table}>
      <caption className="vh">{t('transfer.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('transfer.what')}</th>
          <th scope="col">{t('transfer.before')}</th>
          <th scope="col">{t('transfer.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, was, is }) => (
          <tr key={id}>
            <th scope="row">{t(`transfer.row.${id}`)}</th>
            <td className="nb">{was}</td>
            {cell(was !== is, is)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
