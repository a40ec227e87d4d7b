import type { HandoutVersion } from '#core/contract/shapes.ts';
import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';
import { PaperOuts } from '../patient/PaperOuts.tsx';
import css from './Papers.module.css';

function Why({ version: { replaces, sameAs } }: { version: HandoutVersion }) {
  const t = useText();
  if (sameAs !== null) return t('papers.sameAs', { version: sameAs });
  if (!replaces) return t('papers.first');
  return (
    <>
      <p>{t('versions.replaces', { version: replaces.version, changed: replaces.changed.join(', ') })}</p>
      <p>{t('versions.reason', { reason: replaces.reason })}</p>
    </>
  );
}

/** The versions of a paper, the newest first: when, by whom, why, and what became of each. */
export function Versions({ all, patientId }: { all: readonly HandoutVersion[]; patientId: string }) {
  const t = useText();
  const { timeZone, today } = useStatus();
  return (
    <table className={css.table} aria-label={t('papers.table')}>
      <thead>
        <tr>
          <th scope="col">{t('papers.version')}</th>
          <th scope="col">{t('papers.language')}</th>
          <th scope="col">{t('papers.made')}</th>
          <th scope="col">{t('papers.why')}</th>
          <th scope="col">{t('papers.state')}</th>
        </tr>
      </thead>
      <tbody>
        {all.toReversed().map((version) => (
          <tr key={version.id}>
            <th scope="row" className="nb">
              {t('papers.number', { version: version.version })}
            </th>
            <td data-label={t('papers.language')}>
              {t('papers.languageAndPages', { language: t(`language.${version.language}`), pages: version.pages })}
            </td>
            <td data-label={t('papers.made')}>
              {t('papers.madeBy', { when: momentText(version.madeAt, timeZone, today), by: version.madeBy })}
            </td>
            <td>
              <Why version={version} />
            </td>
            <td>
              <div className={css.state}>
                {version.replacedBy === null ? (
                  <Tag kind="done">{t('papers.holds')}</Tag>
                ) : (
                  <Tag kind="warn">{t('papers.replaced', { version: version.replacedBy })}</Tag>
                )}
                <PaperOuts patientId={patientId} versionId={version.id} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
