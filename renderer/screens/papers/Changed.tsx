import type { HandoutVersion } from '#core/contract/shapes.ts';
import { changedAnswers, paperDifferences, sinceDiffers } from '#core/domain/paperChanges.ts';
import type { Visit } from '#core/domain/visit.ts';
import { useAnswerName } from '../../consult/answers/useAnswerName.ts';
import { valueWords } from '../../consult/answers/valueWords.ts';
import { useText } from '../../text/useText.ts';
import css from './Papers.module.css';

interface Side {
  version: HandoutVersion;
  visit: Visit;
}

/** What stands on every page besides the answers, as words. */
function frameWords(fact: string, { patient, clinic, doctor }: Visit): string | undefined {
  const { age } = patient;
  if (fact === 'name') return patient.name;
  if (fact === 'details') return [patient.recordNumber, age.kind === 'told' ? String(age.years) : age.bornOn].join(', ');
  if (fact === 'clinic') return [clinic.name, clinic.address, clinic.dayPhone, clinic.nightPhone].join(', ');
  return fact === 'doctor' ? [doctor.name, doctor.registration].join(', ') : undefined;
}

/** What is printed differently on two versions: the facts as page 1 names them, then every answer with both its values. */
export function Changed({ one, other }: { one: Side; other: Side }) {
  const t = useText();
  const nameOf = useAnswerName();
  const facts = paperDifferences(one.visit, other.visit);
  const answers = changedAnswers(one.visit.answers, other.visit.answers).filter(({ key }) => key !== 'program.language');
  const since = sinceDiffers(one.visit, other.visit);
  if (facts.length === 0 || (!since && answers.length === 0 && facts.every(({ fact }) => fact === 'other'))) {
    return <p>{t(one.version.language === other.version.language ? 'papers.nothing' : 'papers.onlyLanguage')}</p>;
  }
  const frame = facts.flatMap(({ fact }) => {
    const [was, is] = [frameWords(fact, one.visit), frameWords(fact, other.visit)];
    return was === undefined || is === undefined ? [] : [{ id: fact, what: t(`papers.fact.${fact}`), was, is }];
  });
  const rows = [
    ...frame,
    ...answers.map(({ key, before, after }) => ({ id: key, what: nameOf(key), was: valueWords(before, t), is: valueWords(after, t) })),
  ];
  return (
    <>
      <p>{t('papers.changedFacts', { changed: facts.map(({ fact }) => t(`papers.fact.${fact}`)).join(', ') })}</p>
      {since ? <p>{t('papers.sinceDiffers')}</p> : null}
      {rows.length === 0 ? null : (
        <table className={css.table} aria-labelledby="papers-changed">
          <thead>
            <tr>
              <th scope="col">{t('papers.what')}</th>
              <th scope="col">{t('papers.was', { version: one.version.version })}</th>
              <th scope="col">{t('papers.was', { version: other.version.version })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, what, was, is }) => (
              <tr key={id}>
                <th scope="row">{what}</th>
                <td data-label={t('papers.was', { version: one.version.version })}>{was}</td>
                <td data-label={t('papers.was', { version: other.version.version })}>
                  <b>{is}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
