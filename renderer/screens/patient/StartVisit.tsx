import { ChevronDown, Plus } from 'lucide-react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useContinueVisit, useStartVisit, useTopics } from '../visits/useStartVisit.ts';
import css from './Patient.module.css';
import { StartFollowUp } from './StartFollowUp.tsx';
import { useFollowUps } from './useFollowUps.ts';

/** The main action with a patient: go on with her draft, go on from her last visit, or start a visit with a topic. */
export function StartVisit({ patient }: { patient: PatientRow }) {
  const t = useText();
  const { clinical, packs, topics } = useTopics();
  const start = useStartVisit();
  const resume = useContinueVisit();
  const from = useFollowUps(patient.id);
  const [only, ...others] = topics;
  const draft = patient.lastVisit?.state === 'draft' ? patient.lastVisit : undefined;
  const begin = (packId: string) => start.mutate({ patientId: patient.id, packId });
  const goOn = () => {
    if (draft) resume.mutate(draft.consultationId);
  };
  useCommands([
    clinical && draft !== undefined && { id: 'visit.continue', title: t('visit.continueLong'), run: goOn },
    ...(clinical
      ? topics.map((topic, index) => ({
          id: `visit.start.${index + 1}` as const,
          title: t('visit.startWith', { title: topicTitle(topic) }),
          run: () => begin(topic.ref.id),
        }))
      : []),
  ]);
  if (!clinical) return null;
  const error = start.error ?? resume.error ?? packs.error;
  return (
    <div className={css.start}>
      {draft ? (
        <Button kind="main" pending={resume.isPending} onPress={goOn}>
          {t('visit.continueLong')}
          <CommandKey id="visit.continue" />
        </Button>
      ) : null}
      <StartFollowUp from={from} main={!draft} />
      {only && others.length === 0 ? (
        <Button kind={draft || from.length > 0 ? 'ordinary' : 'main'} tall pending={start.isPending} onPress={() => begin(only.ref.id)}>
          <Plus />
          {t(draft || from.length > 0 ? 'visit.startAnother' : 'visit.startLong')}
          <CommandKey id="visit.start.1" />
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Menu
          label={t('visit.topic')}
          entries={topics.map((topic) => ({ id: topic.ref.id, label: topicTitle(topic), run: () => begin(topic.ref.id) }))}
          trigger={
            <Button kind={draft || from.length > 0 ? 'ordinary' : 'main'} tall>
              {t('visit.startLong')}
              <ChevronDown />
            </Button>
          }
        />
      ) : null}
      {packs.data && topics.length === 0 ? <p className="muted">{t('visit.noTopic')}</p> : null}
      {error ? (
        <div className={css.error}>
          <Failure error={error} />
        </div>
      ) : null}
    </div>
  );
}
