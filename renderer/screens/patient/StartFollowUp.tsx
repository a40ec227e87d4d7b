import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, Redo2 } from 'lucide-react';
import { useApi } from '../../client/api.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { dateText } from '../../text/dates.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Menu } from '../../ui/Menu.tsx';
import css from './Patient.module.css';
import type { FollowUpFrom } from './useFollowUps.ts';

/** Starts a visit that goes on from an earlier one, and opens what has changed since. */
function useStart() {
  const { orpc } = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    orpc.consultations.start.mutationOptions({
      onSuccess: async ({ id }) => {
        void queries.invalidateQueries({ queryKey: orpc.patients.key() });
        await navigate({ to: '/consult/$consultationId/since', params: { consultationId: id } });
      },
    }),
  );
}

/** "Start a follow-up", with the visit that it goes on from; `main`: it is the next thing to do with her. */
export function StartFollowUp({ from, main }: { from: readonly FollowUpFrom[]; main: boolean }) {
  const t = useText();
  const start = useStart();
  const begin = ({ visit }: FollowUpFrom) => start.mutate({ patientId: visit.patient.id, packId: visit.pack.id, from: visit.id });
  const title = ({ topic, visit }: FollowUpFrom) => t('followUp.startOf', { title: topicTitle(topic), date: dateText(visit.visitDate) });
  useCommands(from.map((each, index) => ({ id: `visit.followUp.${index + 1}` as const, title: title(each), run: () => begin(each) })));
  const [only, ...others] = from;
  if (!only) return null;
  const kind = main ? 'main' : 'ordinary';
  return (
    <>
      {others.length === 0 ? (
        <Button kind={kind} tall pending={start.isPending} onPress={() => begin(only)}>
          <Redo2 />
          <span>
            {t('followUp.start')}
            <small className={css.from}>{t('followUp.startFrom', { date: dateText(only.visit.visitDate, { weekday: true }) })}</small>
          </span>
          <CommandKey id="visit.followUp.1" />
        </Button>
      ) : (
        <Menu
          label={t('followUp.start')}
          entries={from.map((each) => ({ id: each.topic.ref.id, label: title(each), run: () => begin(each) }))}
          trigger={
            <Button kind={kind} tall pending={start.isPending}>
              <Redo2 />
              {t('followUp.start')}
              <ChevronDown />
            </Button>
          }
        />
      )}
      {start.error ? (
        <div className={css.error}>
          <Failure error={start.error} />
        </div>
      ) : null}
    </>
  );
}
