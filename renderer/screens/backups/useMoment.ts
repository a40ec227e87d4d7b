import { useStatus } from '../../frame/session.ts';
import { momentText } from '../../text/dates.ts';

/** Writes an instant in the clinic's zone, as time alone when it is of today. */
export function useMoment(): (instant: string) => string {
  const { timeZone, today } = useStatus();
  return (instant) => momentText(instant, timeZone, today);
}
