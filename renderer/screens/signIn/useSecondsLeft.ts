import { useEffect, useState } from 'react';

/** Counts down to zero from what is set, a second at a time. */
export function useSecondsLeft(): [seconds: number, set: (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
