import { useState } from 'react';
import { Screen } from '../../frame/Screen.tsx';
import { useText } from '../../text/useText.ts';
import { Recover } from './Recover.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The clinic is locked: who are you? */
export function SignInScreen() {
  const t = useText();
  const [lost, setLost] = useState(false);
  return lost ? (
    <Screen title={t('recover.title')} lead={t('recover.lead')} narrow ownFocus key="recover">
      <Recover onBack={() => setLost(false)} />
    </Screen>
  ) : (
    <Screen title={t('signIn.title')} narrow ownFocus key="signIn">
      <SignInForm onLost={() => setLost(true)} />
    </Screen>
  );
}
