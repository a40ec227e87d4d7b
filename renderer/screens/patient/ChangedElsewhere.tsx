import type { NewPatient } from '#core/contract/patientShapes.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { TheirsOrYours } from '../TheirsOrYours.tsx';
import { CHANGEABLE, type Changeable, detailText, merge } from './changedPatient.ts';

const LABELS = {
  name: 'add.name',
  recordNumber: 'add.record',
  age: 'patient.age',
  phone: 'add.phone',
  phoneOf: 'person.phoneOf',
  phoneName: 'person.phoneName',
  relative: 'person.relative',
  relativeIs: 'person.relativeIs',
  village: 'person.village',
  named: 'person.named',
} as const satisfies Record<Changeable, string>;

export interface ChangedElsewhereProps {
  /** Her details as this person began with them, as they are typed, and as they are on record now. */
  before: NewPatient;
  mine: NewPatient;
  theirs: NewPatient;
  /** With what this person changed, on top of what is on record now. */
  onMine: (details: NewPatient) => void;
  onTheirs: () => void;
  pending: boolean;
}

/** Both versions of what differs, side by side, and the choice between them. */
export function ChangedElsewhere({ before, mine, theirs, onMine, onTheirs, pending }: ChangedElsewhereProps) {
  const t = useText();
  const { merged } = merge(before, mine, theirs);
  const differ = CHANGEABLE.filter((field) => detailText(merged, field) !== detailText(theirs, field));
  const value = (details: NewPatient, field: Changeable) => detailText(details, field) || t('conflict.empty');
  return (
    <>
      <Banner kind="warn" alert>
        <p>
          <b>{t('conflict.title')}</b> {t('conflict.text')}
        </p>
      </Banner>
      <TheirsOrYours
        differ={differ.map((field) => ({ what: t(LABELS[field]), theirs: value(theirs, field), yours: value(merged, field) }))}
        rest={t('conflict.rest')}
        onTheirs={onTheirs}
        onYours={() => onMine(merged)}
        pending={pending}
        autoFocus
      />
    </>
  );
}
