import type { NewPatient } from '#core/contract/patientShapes.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DialogFoot } from '../../ui/Dialog.tsx';
import { CHANGEABLE, type Changeable, detailText, merge } from './changedPatient.ts';
import css from './Patient.module.css';

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
      <table className={css.both}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {differ.map((field) => (
            <tr key={field}>
              <th scope="row">{t(LABELS[field])}</th>
              <td>{value(theirs, field)}</td>
              <td>{value(merged, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('conflict.rest')}</p>
      <DialogFoot>
        <Button onPress={onTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button kind="main" onPress={() => onMine(merged)} pending={pending} autoFocus>
          {t('conflict.keepMine')}
        </Button>
      </DialogFoot>
    </>
  );
}
