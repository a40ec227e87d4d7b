import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../../client/api.ts';
import { useHasRole } from '../../frame/session.ts';

/** The topics that a visit can be started with, for those who may. */
export function useTopics() {
  const { orpc } = useApi();
  const clinical = useHasRole('doctor', 'counsellor');
  const packs = useQuery({ ...orpc.packs.list.queryOptions(), enabled: clinical });
  return { clinical, packs, topics: packs.data?.filter(({ faults }) => faults.length === 0) ?? [] };
}

/** Goes to the section of a consultation where it was left, or to its first. */
export function useOpenVisit() {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (consultation: { id: string; pack: { hash: string }; place: { section: string } | null }) => {
    const pack = await queries.fetchQuery(orpc.packs.read.queryOptions({ input: { hash: consultation.pack.hash }, staleTime: Infinity }));
    const section = consultation.place?.section ?? pack.sections[0]?.id;
    if (section) await navigate({ to: '/consult/$consultationId/$section', params: { consultationId: consultation.id, section } });
  };
}

/** Starts a visit of a patient with a topic and opens its first section. */
export function useStartVisit() {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const openVisit = useOpenVisit();
  return useMutation(
    orpc.consultations.start.mutationOptions({
      onSuccess: async (consultation) => {
        void queries.invalidateQueries({ queryKey: orpc.patients.key() });
        await openVisit(consultation);
      },
    }),
  );
}

/** Opens a consultation of which only the id is known. */
export function useContinueVisit() {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const openVisit = useOpenVisit();
  return useMutation({
    mutationFn: async (consultationId: string) =>
      openVisit(await queries.fetchQuery(orpc.consultations.read.queryOptions({ input: { consultationId } }))),
  });
}
