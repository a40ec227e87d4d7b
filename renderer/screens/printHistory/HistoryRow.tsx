import { memo } from 'react';
import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';
import { ACT_KINDS, actDetail } from './historyWords.ts';
import css from './PrintHistory.module.css';

/** What happened, to whose paper, to which paper, and by whom. */
export const HistoryRow = memo(function HistoryRow({ row }: { row: PrintHistoryRow }) {
  const t = useText();
  const { act, by, patient, code, version, language, pages } = row;
  return (
    <>
      <span className={css.act}>
        <Tag kind={ACT_KINDS[act]}>{t(`history.act.${act}`)}</Tag>
        <small>{actDetail(row)}</small>
      </span>
      <span>
        <b>{patient.name}</b>
        <small className="nb">{patient.recordNumber}</small>
      </span>
      <span>
        {code}, {t('desk.version', { version })}
        <small>
          {t(`desk.language.${language}`)}, {t('desk.pages', { pages })}
        </small>
      </span>
      <span className={css.by}>{by ?? t('log.system')}</span>
    </>
  );
});
