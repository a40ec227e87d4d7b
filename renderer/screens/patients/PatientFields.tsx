import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MoreFields } from './MoreFields.tsx';
import css from './Patients.module.css';
import type { DraftFieldsProps } from './patientDraft.ts';

export interface PatientFieldsProps extends DraftFieldsProps {
  /** Under her age: when it was told. */
  ageHint: string;
  recordHint?: string;
  /** Stands between what is always asked and the rest. */
  children?: ReactNode;
  /** Shows all of her from the beginning. */
  open?: boolean;
}

const FOLDED = /^(phoneOf|phoneName|relative|relativeIs|village|named)/;

/** What is asked of every patient, in the order in which it is told; the rest is folded under it. */
export function PatientFields({ draft, onChange, problems, ageHint, recordHint, children, open = false }: PatientFieldsProps) {
  const t = useText();
  const { today } = useStatus();
  const [opened, setOpened] = useState(open || draft.ageKind === 'born');
  const moreId = useId();
  const unfolded = opened || Object.keys(problems).some((path) => FOLDED.test(path));
  return (
    <div className={css.fields}>
      <div className={css.whole}>
        <TextField
          label={t('add.name')}
          hint={t('add.nameHint')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={problems.name}
          maxLength={60}
          required
          autoFocus
        />
      </div>
      <div className={css.three}>
        {draft.ageKind === 'told' ? (
          <NumberField
            label={t('add.years')}
            hint={ageHint}
            value={draft.years}
            onChange={(years) => onChange({ years })}
            max={99}
            unit={t('add.yearsUnit')}
            error={problems['age.years'] ? t('add.yearsWrong') : undefined}
          />
        ) : (
          <DateField
            label={t('add.born')}
            value={draft.bornOn}
            onChange={(bornOn) => onChange({ bornOn })}
            max={today}
            error={problems['age.bornOn'] ? (draft.bornOn ? problems['age.bornOn'] : t('add.bornMissing')) : undefined}
          />
        )}
        <TextField
          label={t('add.phone')}
          type="tel"
          optional
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          error={problems.phone}
          maxLength={20}
        />
        <TextField
          label={t('add.record')}
          hint={recordHint}
          value={draft.recordNumber}
          onChange={(recordNumber) => onChange({ recordNumber })}
          error={problems.recordNumber}
          maxLength={20}
        />
      </div>
      {children ? <div className={css.whole}>{children}</div> : null}
      <div className={css.whole}>
        <Button kind="quiet" onPress={() => setOpened(!unfolded)} expanded={unfolded} controls={moreId}>
          {unfolded ? <ChevronDown /> : <ChevronRight />}
          {t('person.more')}
        </Button>
        {unfolded ? null : <p className={css.folded}>{t('person.moreHint')}</p>}
      </div>
      {unfolded ? <MoreFields id={moreId} draft={draft} onChange={onChange} problems={problems} /> : null}
    </div>
  );
}

/** The hint under an age that is told today. */
export function useToldToday(): string {
  const t = useText();
  const { today } = useStatus();
  return t('add.toldOn', { date: dateText(today) });
}
