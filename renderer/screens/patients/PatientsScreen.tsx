import { UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useOnlyPatient } from '../../frame/useOnlyPatient.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useLate } from '../../ui/useLate.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { AddPatient } from './AddPatient.tsx';
import { Beginning } from './Beginning.tsx';
import { PatientList } from './PatientList.tsx';
import { PatientSearch } from './PatientSearch.tsx';
import css from './Patients.module.css';
import { usePatients } from './usePatients.ts';
import { WaitsForYou } from './WaitsForYou.tsx';

/** The search gives no more rows than these. */
const MOST_FOUND = 50;

/** Find first, recent below, what waits for me at the right. */
export function PatientsScreen() {
  const t = useText();
  useOnlyPatient(null);
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { looking, searching, settled, rows, total, error, retry } = usePatients(typed);
  const slow = useLate(looking);
  useCommands([
    { id: 'patients.search', title: t('patients.find'), run: () => search.current?.focus() },
    { id: 'patients.add', title: t('patients.add'), run: () => setAdding(true) },
  ]);
  const shown = rows?.length ?? 0;
  const count = slow
    ? t('patients.searching')
    : searching
      ? t(shown < MOST_FOUND ? 'patients.foundCount' : 'found.most', { count: shown })
      : shown < (total ?? 0)
        ? t('patients.recentCount', { shown, total: total ?? 0 })
        : t('patients.allCount', { total: shown });
  const none = total === 0 && !searching;
  const add = (
    <Button kind="main" onPress={() => setAdding(true)}>
      <UserPlus />
      {t('patients.add')}
      <CommandKey id="patients.add" />
    </Button>
  );
  return (
    <>
      <Screen
        key={none ? 'none' : 'some'}
        title={none ? t('patients.none') : t('patients.title')}
        lead={none ? t('patients.noneLead') : undefined}
        action={none || rows === undefined ? undefined : add}
        ownFocus={!none}
        airy={none}
      >
        {error ? <Failure error={error} onRetry={retry} /> : null}
        {rows === undefined && !error ? <Waiting rows={5} /> : null}
        {none ? <Beginning onAdd={() => setAdding(true)} /> : null}
        {rows && !none ? (
          <>
            <PatientSearch
              ref={search}
              value={typed}
              onChange={setTyped}
              onDown={() => list.current?.querySelector<HTMLElement>('[role="row"]')?.focus()}
            />
            <div className={css.columns}>
              <section aria-label={t(searching ? 'patients.found' : 'patients.recentLong')}>
                <h2>{t(searching ? 'patients.found' : 'patients.recent')}</h2>
                <PatientList ref={list} rows={rows} searched={searching ? settled : ''} onAdd={() => setAdding(true)} />
                <p className={css.more} role="status">
                  {count}
                </p>
              </section>
              <WaitsForYou rows={rows} />
            </div>
          </>
        ) : null}
      </Screen>
      {/* Outside of what is shown anew when the list comes: what is typed stays. */}
      {adding ? <AddPatient typed={typed.trim()} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
