import { isDoctorsAnswer } from '#core/domain/doctorAnswers.ts';
import { useHasRole } from '../../frame/session.ts';

/** Whether whoever is signed in here may change an answer, by its key; the program refuses the others, too. */
export function useMayChange(): (key: string) => boolean {
  const doctor = useHasRole('doctor');
  return (key) => doctor || !isDoctorsAnswer(key);
}
