import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Patient } from '#core/contract/patientShapes.ts';
import { agePair } from '../text/person.ts';
import { useText } from '../text/useText.ts';
import { buttonClass } from '../ui/Button.tsx';
import type { MenuEntry } from '../ui/Menu.tsx';
import { FindButton } from './FindButton.tsx';
import { Leaf } from './Leaf.tsx';
import css from './PatientStrip.module.css';
import { useStatus } from './session.ts';
import { TwinNote } from './TwinNote.tsx';
import { UserMenu } from './UserMenu.tsx';
import { useOnlyPatient } from './useOnlyPatient.ts';
import { useStripHeight } from './useStripHeight.ts';

export interface PatientStripProps {
  patient: Pick<Patient, 'id' | 'name' | 'recordNumber' | 'age'>;
  /** Further pairs beside age and record number; they make room first. */
  facts?: readonly { label: string; value: string }[];
  /** In front of the palette's button: what the screen has to say and offer. */
  children?: ReactNode;
  menuEntries?: readonly MenuEntry[];
}

/** The dark strip: a patient is open. Name, age and record number are never cut short. */
export function PatientStrip({ patient, facts = [], children, menuEntries = [] }: PatientStripProps) {
  const t = useText();
  const { today } = useStatus();
  const age = agePair(patient.age, today);
  const strip = useRef<HTMLElement>(null);
  useOnlyPatient(patient.id);
  useStripHeight(strip);
  return (
    <header ref={strip} className={css.strip}>
      <Link to="/" className={buttonClass({ kind: 'strip', icon: true })} aria-label={t('nav.allPatients')} title={t('nav.allPatients')}>
        <Leaf />
      </Link>
      <div className={css.who}>
        <span className={css.name}>{patient.name}</span>
        <dl className={css.facts}>
          <div>
            <dt>{age.label}</dt>
            <dd>{age.value}</dd>
          </div>
          <div>
            <dt>{t('patient.record')}</dt>
            <dd className="nb">{patient.recordNumber}</dd>
          </div>
          {facts.map(({ label, value }) => (
            <div key={label} className={css.optional}>
              <dt>{label}</dt>
              <dd className="nb">{value}</dd>
            </div>
          ))}
        </dl>
        <TwinNote patientId={patient.id} />
      </div>
      <div className={css.end}>
        {children}
        <FindButton onStrip className={css.optional ?? ''} />
        <UserMenu onStrip entries={menuEntries} />
      </div>
    </header>
  );
}
