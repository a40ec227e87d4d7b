import { useNavigate } from '@tanstack/react-router';
import type { Ref } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { ageText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { NextStep } from './NextStep.tsx';
import css from './Patients.module.css';
import { VisitState } from './VisitState.tsx';

export interface PatientListProps {
  rows: readonly PatientRow[];
  /** What was searched for; empty for the recent ones. */
  searched: string;
  onAdd: () => void;
  ref: Ref<HTMLDivElement>;
}

/** Patients as rows: arrows move, Enter opens the patient, the button at the end does the next step. */
export function PatientList({ rows, searched, onAdd, ref }: PatientListProps) {
  const t = useText();
  const navigate = useNavigate();
  const { timeZone, today } = useStatus();
  const draft = rows.find(({ lastVisit }) => lastVisit?.state === 'draft');
  return (
    <GridList
      ref={ref}
      className={css.list ?? ''}
      aria-label={t('patients.title')}
      items={rows}
      onAction={(key) => void navigate({ to: '/patients/$patientId', params: { patientId: String(key) } })}
      renderEmptyState={() => (
        <div className={css.nobody}>
          <p>{t('patients.nobody', { text: searched })}</p>
          <Button onPress={onAdd}>{t('patients.addThis', { text: searched })}</Button>
        </div>
      )}
    >
      {(row) => (
        <GridListItem id={row.id} textValue={row.name} className={css.row ?? ''}>
          <span>
            <span className={css.name}>{row.name}</span>
            <small>
              {ageText(row.age)} · <span className="nb">{row.recordNumber}</span>
            </small>
          </span>
          <span>
            <VisitState visit={row.lastVisit} />
            <small>
              {row.lastVisit
                ? t(row.lastVisit.state === 'draft' ? 'visit.savedAt' : 'visit.finalAt', {
                    moment: momentText(row.lastVisit.savedAt, timeZone, today),
                  })
                : t('visit.addedAt', { moment: momentText(row.addedAt, timeZone, today) })}
            </small>
          </span>
          <NextStep row={row} first={row === draft} />
        </GridListItem>
      )}
    </GridList>
  );
}
