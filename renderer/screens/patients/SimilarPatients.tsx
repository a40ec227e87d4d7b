import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../client/api.ts';
import { ageText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import css from './Patients.module.css';
import { useDebounced } from './useDebounced.ts';

const SETTLES_MS = 250;
const SHORTEST = 2;

/** Warns before the same person is added twice, or two people are taken for one. It doesn't stop anything. */
export function SimilarPatients({ name, recordNumber, onOpen }: { name: string; recordNumber: string; onOpen: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const input = useDebounced(
    JSON.stringify({ name: name.trim().slice(0, 80), recordNumber: recordNumber.trim().slice(0, 20) }),
    SETTLES_MS,
  );
  const asked: { name: string; recordNumber: string } = JSON.parse(input);
  const similar = useQuery({
    ...orpc.patients.similar.queryOptions({ input: asked }),
    enabled: asked.name.length >= SHORTEST || asked.recordNumber.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  if (!similar.data?.length || (name.trim().length < SHORTEST && recordNumber.trim().length < SHORTEST)) return null;
  return (
    <div role="status">
      <Banner kind="warn">
        <p>
          <b>{t('add.similar', { count: similar.data.length })}</b> {t('add.similarText')}
        </p>
        <ul className={css.similar}>
          {similar.data.slice(0, 4).map((row) => (
            <li key={row.id}>
              <b>{row.name}</b>
              <span>
                {ageText(row.age)} · <span className="nb">{row.recordNumber}</span>
              </span>
              <Link to="/patients/$patientId" params={{ patientId: row.id }} className="hit" onClick={onOpen}>
                {t('add.openInstead')}
              </Link>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
