import { useEffect, useState } from 'react';

/** Sooner than this, saying "working" would only flicker. */
const LATE_AFTER_MS = 300;

/** True once `on` has lasted for a while. */
export function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on]);
  return late;
}
