import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCover } from '../../frame/cover/CoverContext.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useChangeOfPerson, useHasRole, useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { keyOf } from './backupWords.ts';
import { ChooseBackup, type ChosenBackup } from './ChooseBackup.tsx';
import { ProveIt } from './ProveIt.tsx';
import { Restored } from './Restored.tsx';
import { restoreSearch } from './restoreSearch.ts';

/** Puts a backup in the place of the records, signed in or not, with a sound store, a damaged one or none. */
export function RestoreScreen() {
  const t = useText();
  const navigate = useNavigate();
  const changed = useChangeOfPerson();
  const { state } = useStatus();
  const { leave: leaveWindow } = useCover();
  const administrator = useHasRole('administrator');
  const { place, id } = restoreSearch(useSearch({ from: '/restore' }));
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const [restored, setRestored] = useState<{ restoredFrom: string; keptAt: string | null } | null>(null);
  // The window knows itself where it belongs: the first start, the sign-in, the fault.
  const leave = () => void navigate({ to: state === 'open' ? '/settings/backups' : '/' });
  if (restored) {
    return (
      <Screen key="restored" title={t('restore.done')} narrow>
        <Restored {...restored} onGo={() => void navigate({ to: '/sign-in' })} />
      </Screen>
    );
  }
  if (state === 'open' && !administrator) {
    return (
      <Screen title={t('restore.title')} narrow>
        <Banner kind="info">
          <p>{t('restore.administratorOnly')}</p>
        </Banner>
      </Screen>
    );
  }
  return (
    <Screen key={chosen ? 'prove' : 'choose'} title={t('restore.title')} lead={t('restore.lead')} narrow>
      {chosen ? (
        <ProveIt
          chosen={chosen}
          onOther={() => setChosen(null)}
          onRestored={(result) => {
            setRestored(result);
            leaveWindow();
            void changed();
          }}
        />
      ) : (
        <ChooseBackup preset={place && id ? keyOf({ place, id }) : undefined} onChosen={setChosen} onBack={leave} />
      )}
    </Screen>
  );
}
