import { useQuery } from '@tanstack/react-query';
import type { Consultation, PackSummary } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { useTopics } from '../visits/useStartVisit.ts';

/** A topic of which she has a final visit, and the last one of them. */
export interface FollowUpFrom {
  topic: PackSummary;
  visit: Omit<Consultation, 'answers'>;
}

/** What a follow-up may go on from: the last final visit of each topic, the latest first. */
export function useFollowUps(patientId: string): FollowUpFrom[] {
  const { orpc } = useApi();
  const { clinical, topics } = useTopics();
  const visits = useQuery({ ...orpc.consultations.ofPatient.queryOptions({ input: { patientId } }), enabled: clinical });
  const finals = (visits.data ?? [])
    .filter(({ state }) => state === 'final')
    .sort((one, other) => other.visitDate.localeCompare(one.visitDate) || other.savedAt.localeCompare(one.savedAt));
  return finals.flatMap((visit, index) => {
    const topic = topics.find(({ ref }) => ref.id === visit.pack.id);
    const newer = finals.slice(0, index).some(({ pack }) => pack.id === visit.pack.id);
    return topic && !newer ? [{ topic, visit }] : [];
  });
}
