import { useState } from 'react';
import { SetUpForm } from './SetUpForm.tsx';
import { TwoWays } from './TwoWays.tsx';

/** First start: choose a way, make the clinic. The window itself then shows the recovery key. */
export function SetUpScreen() {
  const [step, setStep] = useState<'ways' | 'form'>('ways');
  return step === 'form' ? <SetUpForm onBack={() => setStep('ways')} /> : <TwoWays onOwn={() => setStep('form')} />;
}
