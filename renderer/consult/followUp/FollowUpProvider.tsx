import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { carryOver, type Offer, openOffers } from '#core/domain/followUp.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import { useApi } from '../../client/api.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { shownText } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { useMayChange } from '../answers/useMayChange.ts';
import { FollowUpContext, type FollowUpState } from './FollowUpContext.ts';

function useFollowUpState(): FollowUpState {
  const t = useText();
  const { orpc } = useApi();
  const { consultation, pack, answers, keeper, showFault } = useConsult();
  const mayChange = useMayChange();
  const { followsOn } = consultation;
  const input = { consultationId: followsOn?.id ?? '' };
  const read = useQuery({ ...orpc.consultations.read.queryOptions({ input }), enabled: followsOn !== undefined });
  const hash = read.data?.pack.hash;
  const content = useQuery({
    ...orpc.packs.read.queryOptions({ input: { hash: hash ?? '' } }),
    enabled: hash !== undefined,
    staleTime: Infinity,
  });
  const last = useMemo(
    () => (read.data && content.data ? { pack: content.data, answers: answersFromRows(read.data.answers) } : null),
    [read.data, content.data],
  );
  const carry = useMemo(() => (last ? carryOver(last, pack) : null), [last, pack]);
  if (!followsOn) return { state: 'none' };
  const failed = [read, content].find(({ error, data }) => error && data === undefined);
  if (failed) return { state: 'failed', error: failed.error, again: () => void failed.refetch() };
  if (!last || !carry) return { state: 'loading' };
  function store(changes: { key: string; value: unknown }[]): void {
    const problem = changes.length > 0 ? keeper.setAll(changes) : undefined;
    showFault(problem ?? null);
    if (problem === undefined && changes.length > 0) announce(t('since.confirmed', { count: changes.length }));
  }
  return {
    state: 'ready',
    followUp: {
      date: followsOn.visitDate,
      last,
      lastText: (key) => shownText(last.pack, key),
      carry,
      open: openOffers(carry, answers),
      topicChanged: hash !== consultation.pack.hash,
      confirm: (offers: readonly Offer[]) => store(offers.filter(({ key }) => mayChange(key)).map(({ key, value }) => ({ key, value }))),
      takeBack: ({ key }) => {
        if (mayChange(key)) keeper.set(key, null);
      },
    },
  };
}

/** The way to what has changed, by its key and in the palette. */
function SinceCommand() {
  const t = useText();
  const navigate = useNavigate();
  const { consultation, keeper } = useConsult();
  const open = () => {
    keeper.flush();
    void navigate({ to: '/consult/$consultationId/since', params: { consultationId: consultation.id } });
  };
  useCommands([{ id: 'since', title: t('since.command'), run: open }]);
  return null;
}

/** Reads the visit that the open one goes on from, for every screen of it; a visit of its own has none. */
export function FollowUpProvider({ children }: { children: ReactNode }) {
  const state = useFollowUpState();
  return (
    <FollowUpContext value={state}>
      {state.state === 'none' ? null : <SinceCommand />}
      {children}
    </FollowUpContext>
  );
}
