import { createContext, useContext } from 'react';

/** What the idle time is measured by. */
export interface Clock {
  /** Milliseconds that never go back; they may stand still while the machine sleeps. */
  monotonicMs: () => number;
  /** Milliseconds of the wall clock, which goes on during sleep and may be set. */
  wallMs: () => number;
  /** Runs `run` every so many milliseconds until the returned function is called. */
  every: (ms: number, run: () => void) => () => void;
}

export const machineClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

export const ClockContext = createContext<Clock>(machineClock);

export function useClock(): Clock {
  return useContext(ClockContext);
}
