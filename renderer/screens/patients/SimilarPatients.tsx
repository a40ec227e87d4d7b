import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { ageText, relativeText } from '../../text/person.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import css from './Patients.module.css';
import { useDebounced } from './useDebounced.ts';

const SETTLES_MS = 250;
const SHORTEST = 2;
const SHOWN = 4;
const LONGEST = { name: 80, recordNumber: 20, phone: 30, relative: 80 } as const;

type Entered = Record<keyof typeof LONGEST, string>;

function askable(entered: Entered): Entered {
  const cut = (key: keyof Entered) => entered[key].trim().slice(0, LONGEST[key]);
  return { name: cut('name'), recordNumber: cut('recordNumber'), phone: cut('phone'), relative: cut('relative') };
}

const asks = ({ name, recordNumber, phone }: Entered) => [name, recordNumber, phone].some((text) => text.trim().length >= SHORTEST);

/** Warns before the same person is added twice, or two people are taken for one. It doesn't stop anything. */
export function SimilarPatients({ entered, onOpen }: { entered: Entered; onOpen: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const { today } = useStatus();
  const asked: Entered = JSON.parse(useDebounced(JSON.stringify(askable(entered)), SETTLES_MS));
  const similar = useQuery({
    ...orpc.patients.similar.queryOptions({ input: asked }),
    enabled: asks(asked),
    placeholderData: keepPreviousData,
  });
  if (!similar.data?.length || !asks(entered)) return null;
  return (
    <div role="status">
      <Banner kind="warn">
        <p>
          <b>{t('similar.count', { count: similar.data.length })}</b> {t('add.similarText')}
        </p>
        <ul className={css.similar}>
          {similar.data.slice(0, SHOWN).map((row) => (
            <li key={row.id}>
              <b>{row.name}</b>
              <span>
                {ageText(row.age, today)} · <span className="nb">{row.recordNumber}</span>
                {row.relative === undefined ? null : ` · ${relativeText(row)}`}
              </span>
              <span className={css.shares}>({row.shares.map((what) => t(`shares.${what}`)).join(', ')})</span>
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
