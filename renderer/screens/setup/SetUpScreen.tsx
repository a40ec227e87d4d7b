import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useStatus } from '../../frame/session.ts';
import { RecoveryKey } from './RecoveryKey.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import { TwoWays } from './TwoWays.tsx';

/** First start: choose a way, make the clinic, keep the recovery key. */
export function SetUpScreen() {
  const { state } = useStatus();
  const [step, setStep] = useState<'ways' | 'form'>('ways');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  if (recoveryKey !== null && !kept) return <RecoveryKey recoveryKey={recoveryKey} onKept={() => setKept(true)} />;
  if (state === 'open') return <Navigate to="/" replace />;
  return step === 'form' ? <SetUpForm onMade={setRecoveryKey} onBack={() => setStep('ways')} /> : <TwoWays onOwn={() => setStep('form')} />;
}
