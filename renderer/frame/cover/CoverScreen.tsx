import { useState } from 'react';
import form from '../../screens/Form.module.css';
import { PasswordForm } from '../../screens/signIn/PasswordForm.tsx';
import { PeopleList } from '../../screens/signIn/PeopleList.tsx';
import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Screen } from '../Screen.tsx';
import { useStatus } from '../session.ts';
import { useSignOut } from '../useSignOut.ts';
import { useCover } from './CoverContext.ts';
import { PinForm } from './PinForm.tsx';

interface Person {
  id: string;
  name: string;
}

/** The program could not be told: what to do. Nothing of the screen comes back by itself. */
function NotTold({ error }: { error: unknown }) {
  const t = useText();
  const { cover } = useCover();
  const signOut = useSignOut();
  return (
    <>
      <Banner kind="bad" actions={<Button onPress={signOut}>{t('cover.signOut')}</Button>}>
        <p>{t('cover.failed')}</p>
      </Banner>
      <Failure error={error} onRetry={() => cover()} />
    </>
  );
}

/** The ways back: the PIN, the password, and everybody else who may sign in. */
function WaysBack({ owner }: { owner: Person }) {
  const t = useText();
  const { users, covered } = useStatus();
  const { view } = useCover();
  const [usesPassword, setUsesPassword] = useState(false);
  const [hadPin] = useState(covered !== null);
  const [chosen, setChosen] = useState<string | null>(view === 'people' ? null : owner.id);
  const others = users.filter(({ id }) => id !== owner.id);
  const person = users.find(({ id }) => id === chosen) ?? (chosen === owner.id && covered ? owner : undefined);
  const withPin = covered !== null && !usesPassword;
  const back =
    person?.id === owner.id ? null : (
      <Button kind="quiet" onPress={() => setChosen(owner.id)}>
        {t('cover.backTo', { name: owner.name })}
      </Button>
    );
  return (
    <>
      {person?.id === owner.id && withPin ? (
        <PinForm
          person={owner}
          triesLeft={covered.triesLeft}
          others={
            <Button kind="quiet" onPress={() => setUsesPassword(true)}>
              {t('cover.usePassword')}
            </Button>
          }
        />
      ) : person ? (
        <PasswordForm
          key={person.id}
          person={person}
          others={
            back ??
            (covered ? (
              <Button kind="quiet" onPress={() => setUsesPassword(false)}>
                {t('cover.usePin')}
              </Button>
            ) : null)
          }
        >
          {person.id === owner.id && covered === null ? <p>{t(hadPin ? 'cover.pinUsedUp' : 'cover.noPin')}</p> : null}
        </PasswordForm>
      ) : null}
      {others.length > 0 ? (
        <section className={form.card} aria-labelledby="cover-others">
          <h2 id="cover-others">{t('cover.others')}</h2>
          <p>{t('cover.othersLead')}</p>
          <PeopleList people={others} onChoose={setChosen} autoFocus={!person} labelledBy="cover-others" />
          {chosen === null ? <div className={form.actions}>{back}</div> : null}
        </section>
      ) : null}
    </>
  );
}

/** A covered window: for whom, the ways back, and nothing of what stood here. */
export function CoverScreen({ owner }: { owner: Person | null }) {
  const t = useText();
  const { phase, view } = useCover();
  return (
    <Screen title={t('cover.title')} lead={owner ? t('cover.by', { name: owner.name }) : null} narrow bare ownFocus={phase.kind === 'off'}>
      {phase.kind === 'covering' ? <p role="status">{t('cover.working')}</p> : null}
      {phase.kind === 'failed' ? <NotTold error={phase.error} /> : null}
      {phase.kind === 'off' && owner ? <WaysBack key={`${owner.id} ${view}`} owner={owner} /> : null}
    </Screen>
  );
}
