import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { NamedPerson, PatientRow } from '#core/contract/patientShapes.ts';
import { useHasRole, useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { agePair, phoneWithOwner, relativeText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Pairs } from '../../ui/Pairs.tsx';
import { ChangePatient } from './ChangePatient.tsx';
import css from './Patient.module.css';

/** Who she is, as far as the clinic knows, and the way to change it. */
export function Person({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  const administrator = useHasRole('administrator');
  const [changing, setChanging] = useState(false);
  const named = patient.named ?? [];
  const who = (may: (person: NamedPerson) => boolean) =>
    named
      .filter(may)
      .map(({ name, relation }) => t('person.namedPair', { name, relation: t(`relation.${relation}`) }))
      .join(', ') || t('person.onlyShe');
  const pairs = [
    agePair(patient.age, today),
    { label: t('patient.record'), value: patient.recordNumber },
    { label: t('person.phonePair'), value: phoneWithOwner(patient) },
    { label: t('person.relativePair'), value: relativeText(patient) },
    { label: t('person.village'), value: patient.village },
    { label: t('person.collects'), value: who(({ mayCollect }) => mayCollect) },
    { label: t('person.called'), value: who(({ mayBeCalled }) => mayBeCalled) },
    { label: t('patient.added'), value: dateText(inZone(patient.addedAt, timeZone).date) },
  ];
  return (
    <aside aria-labelledby="person">
      <div className={css.personHead}>
        <h2 id="person">{t('patient.person')}</h2>
        <Button small label={t('person.changeTitle')} onPress={() => setChanging(true)}>
          <Pencil />
          {t('person.change')}
        </Button>
      </div>
      <dl className={css.person}>
        <Pairs pairs={pairs} />
      </dl>
      {administrator ? (
        <p className={css.log}>
          <Link to="/settings/log" search={{ patientId: patient.id }} className="hit">
            {t('log.ofPatient')}
          </Link>
        </p>
      ) : null}
      {changing ? <ChangePatient patient={patient} onClose={() => setChanging(false)} /> : null}
    </aside>
  );
}
