import { useQuery } from '@tanstack/react-query';
import { applyProtocol, fitProtocol, type ProtocolChange, type ProtocolPart, type SavedProtocol } from '#core/domain/savedProtocol.ts';
import { useApi } from '../../client/api.ts';
import { useConsult } from '../answers/ConsultContext.ts';

/** One of the doctor's protocols, seen from the visit that is open. */
export interface Mine {
  saved: SavedProtocol;
  /** What this topic can take of it. */
  part: ProtocolPart;
  dropped: readonly (keyof ProtocolPart)[];
  /** The topic's content is another one than it was approved with. */
  stale: boolean;
  changes: readonly ProtocolChange[];
}

/** The doctor's own protocols for the topic of the visit, with what each would change; undefined until they are read. */
export function useMine(): { all: readonly Mine[] | undefined; error: unknown } {
  const { orpc } = useApi();
  const { pack, consultation, answers } = useConsult();
  const { data, error } = useQuery(orpc.protocols.mine.queryOptions({ input: { packId: pack.id } }));
  const all = data?.map((saved): Mine => {
    const { part, dropped } = fitProtocol(pack, saved.part);
    return { saved, part, dropped, stale: saved.pack.hash !== consultation.pack.hash, changes: applyProtocol(answers.program, part) };
  });
  return { all, error };
}
