import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { UserRow } from '#core/contract/users.ts';
import { useApi } from '../../../client/api.ts';
import { useText } from '../../../text/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { SettingsFrame } from '../SettingsFrame.tsx';
import { AddPerson } from './AddPerson.tsx';
import { ChangePerson } from './ChangePerson.tsx';
import { type Deed, PeopleTable } from './PeopleTable.tsx';
import css from './people.module.css';
import { isLastAdministrator } from './personDraft.ts';
import { RenewKey } from './RenewKey.tsx';
import { ResetPassword } from './ResetPassword.tsx';
import { RetirePerson } from './RetirePerson.tsx';

const TITLES = { change: 'staff.changeTitle', reset: 'reset.title', retire: 'retire.title' } as const;

function People() {
  const t = useText();
  const { orpc } = useApi();
  const people = useQuery(orpc.users.list.queryOptions());
  const [doing, setDoing] = useState<{ deed: Deed; person: UserRow } | null>(null);
  const close = () => setDoing(null);
  const all = people.data ?? [];
  const retired = all.filter((person) => person.retired);
  return (
    <>
      {people.isPending ? <Waiting /> : null}
      {people.error ? <Failure error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data ? (
        <PeopleTable
          people={all.filter((person) => !person.retired)}
          label={t('settings.page.people')}
          onDeed={(deed, person) => setDoing({ deed, person })}
        />
      ) : null}
      {retired.length > 0 ? (
        <details className={css.retired}>
          <summary>{t('people.retired', { count: retired.length })}</summary>
          <p>{t('people.retiredText')}</p>
          <PeopleTable people={retired} label={t('people.retired', { count: retired.length })} />
        </details>
      ) : null}
      <RenewKey />
      <Dialog
        title={doing ? t(TITLES[doing.deed], { name: doing.person.name }) : ''}
        open={doing !== null}
        onClose={close}
        wide={doing?.deed === 'change'}
      >
        {doing?.deed === 'change' ? (
          <ChangePerson person={doing.person} lastAdministrator={isLastAdministrator(doing.person, all)} onClose={close} />
        ) : null}
        {doing?.deed === 'reset' ? <ResetPassword person={doing.person} onClose={close} /> : null}
        {doing?.deed === 'retire' ? <RetirePerson person={doing.person} onClose={close} /> : null}
      </Dialog>
    </>
  );
}

/** Everybody who signs in here, for administrators. */
export function PeoplePage() {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <SettingsFrame
      page="/settings/people"
      lead={t('people.lead')}
      action={
        <Button kind="main" onPress={() => setAdding(true)}>
          <UserPlus />
          {t('people.add')}
        </Button>
      }
    >
      <People />
      <Dialog title={t('staff.addTitle')} open={adding} onClose={() => setAdding(false)} wide>
        <AddPerson onClose={() => setAdding(false)} />
      </Dialog>
    </SettingsFrame>
  );
}
