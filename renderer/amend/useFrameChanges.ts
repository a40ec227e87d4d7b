import { useQuery } from '@tanstack/react-query';
import type { Consultation } from '#core/contract/shapes.ts';
import type { Difference } from '#core/domain/amendment.ts';
import { lastVisitOf } from '#core/domain/lastVisit.ts';
import { paperDifferences } from '#core/domain/paperChanges.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import type { Visit } from '#core/domain/visit.ts';
import { useApi } from '../client/api.ts';
import { useStatus } from '../frame/session.ts';

export interface FrameChanges {
  /** What the next version says differently besides the answers: her name, the clinic, the doctor, and of the visit before. */
  differences: Difference[];
  /** The version that would be made. */
  next: number;
}

/**
 * Compares who she is, the clinic, the doctor and the plan of the visit before with what stands on the paper that is in use:
 * each is taken anew for the next version, so a name or a last dose that was corrected since then is a change. Nothing
 * until all are read.
 */
export function useFrameChanges({ id, patient, followsOn }: Pick<Consultation, 'id' | 'patient' | 'followsOn'>): FrameChanges {
  const { orpc } = useApi();
  const { user } = useStatus();
  const versions = useQuery(orpc.handouts.ofConsultation.queryOptions({ input: { consultationId: id } }));
  const clinic = useQuery(orpc.clinic.read.queryOptions());
  const inUse = versions.data?.findLast(({ sameAs }) => sameAs === null);
  const source = useQuery({
    ...orpc.papers.source.queryOptions({ input: { id: inUse?.id ?? '' } }),
    enabled: inUse !== undefined,
    staleTime: Infinity,
  });
  const last = useQuery({
    ...orpc.consultations.read.queryOptions({ input: { consultationId: followsOn?.id ?? '' } }),
    enabled: followsOn !== undefined,
  });
  const next = Math.max(0, ...(versions.data ?? []).map(({ version }) => version)) + 1;
  const before = source.data;
  if (!before || !clinic.data || (followsOn && !last.data)) return { differences: [], next };
  const { name, recordNumber, age } = patient;
  const after: Visit = {
    ...before,
    patient: { name, recordNumber, age },
    clinic: clinic.data.clinic,
    doctor: user?.doctor ?? before.doctor,
    ...(last.data ? { lastVisit: lastVisitOf(last.data.visitDate, answersFromRows(last.data.answers)) } : {}),
  };
  return { differences: paperDifferences(before, after), next };
}
