import type { FoundPatient } from '#core/contract/patientShapes.ts';
import { ageOn } from '#core/domain/age.ts';
import { phoneEnd } from '#core/domain/phone.ts';
import { useStatus } from '../../frame/session.ts';
import { relativeText, whyFound } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';
import css from './Find.module.css';

/** Somebody who was found, with what tells her from another of her name: age, ends of record and phone, husband, village. */
export function FoundRow({ row, name }: { row: FoundPatient; name: 'same' | 'similar' | undefined }) {
  const t = useText();
  const { today } = useStatus();
  const facts = [
    t('card.age', { years: ageOn(row.age, today).years }),
    t('twin.record', { end: row.recordNumber.slice(-4) }),
    row.phone ? t('found.phone', { end: phoneEnd(row.phone) }) : t('find.noPhone'),
    relativeText(row),
    row.village,
  ];
  const why = row.foundBy === 'sound' || row.foundBy === 'spelling' ? whyFound(row) : undefined;
  return (
    <>
      <span className={css.name}>
        {row.name}
        {name ? <Tag kind="info">{t(name === 'same' ? 'found.sameName' : 'found.similarName')}</Tag> : null}
        {why ? <small>{why}</small> : null}
      </span>
      <span className={css.facts}>
        {facts
          .filter((fact) => fact !== undefined)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </span>
    </>
  );
}
