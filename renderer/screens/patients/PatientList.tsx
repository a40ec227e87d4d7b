import { useNavigate } from '@tanstack/react-router';
import { type Ref, useMemo } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { FoundPatient, PatientRow } from '#core/contract/patientShapes.ts';
import { phoneEnd } from '#core/domain/phone.ts';
import { sharedNames } from '#core/domain/similarNames.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';
import { ageText, relativeText, whyFound } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { NextStep } from './NextStep.tsx';
import css from './Patients.module.css';
import { VisitState } from './VisitState.tsx';

export interface PatientListProps {
  rows: readonly (PatientRow | FoundPatient)[];
  /** What was searched for; empty for the recent ones. */
  searched: string;
  onAdd: () => void;
  ref: Ref<HTMLDivElement>;
}

/** What stands under a name: why she was found, and what tells her from another of that name. */
function factsOf(row: PatientRow | FoundPatient, shared: boolean): string[] {
  const why = 'foundBy' in row ? whyFound(row) : undefined;
  const telling = shared ? [relativeText(row), row.village, row.phone && translate('found.phone', { end: phoneEnd(row.phone) })] : [];
  return [...new Set([why, ...telling])].filter((fact) => fact !== undefined);
}

/** Patients as rows: arrows move, Enter opens the patient, the button at the end does the next step. */
export function PatientList({ rows, searched, onAdd, ref }: PatientListProps) {
  const t = useText();
  const navigate = useNavigate();
  const { timeZone, today } = useStatus();
  const shared = useMemo(() => sharedNames(rows), [rows]);
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
            <span className={css.name}>{row.name}</span>{' '}
            {shared.has(row.id) ? <Tag kind="info">{t(shared.get(row.id) === 'same' ? 'found.sameName' : 'found.similarName')}</Tag> : null}
            <small>
              {ageText(row.age, today)} · <span className="nb">{row.recordNumber}</span>
            </small>
            <small className={css.fact}>{factsOf(row, shared.has(row.id)).join(' · ')}</small>
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
