import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { topicTitle } from '../../text/pack.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useContinueVisit, useStartVisit, useTopics } from '../visits/useStartVisit.ts';
import css from './Patients.module.css';

/** The next step with a patient: continue the draft, start the first visit (with the topic that is chosen, where there are several), or open. The first draft's is filled. */
export function NextStep({ row, first }: { row: PatientRow; first: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const { clinical, topics } = useTopics();
  const start = useStartVisit();
  const resume = useContinueVisit();
  const visit = row.lastVisit;
  const [only, ...others] = topics;
  const open = () => void navigate({ to: '/patients/$patientId', params: { patientId: row.id } });
  const label = (action: string) => t('patients.rowAction', { action, name: row.name });
  if (clinical && visit?.state === 'draft') {
    return (
      <Button
        kind={first ? 'go' : 'ordinary'}
        className={css.step ?? ''}
        label={label(t('visit.continue'))}
        pending={resume.isPending}
        onPress={() => resume.mutate(visit.consultationId, { onError: open })}
      >
        {t('visit.continue')}
      </Button>
    );
  }
  const failed = start.error ? (
    <div className={css.failed}>
      <Failure error={start.error} />
    </div>
  ) : null;
  if (clinical && !visit && only && others.length === 0) {
    return (
      <>
        <Button
          className={css.step ?? ''}
          label={label(t('visit.start'))}
          pending={start.isPending}
          onPress={() => start.mutate({ patientId: row.id, packId: only.ref.id })}
        >
          {t('visit.start')}
        </Button>
        {failed}
      </>
    );
  }
  if (clinical && !visit && only) {
    return (
      <>
        <Menu
          label={t('visit.topic')}
          entries={topics.map((topic) => ({
            id: topic.ref.id,
            label: topicTitle(topic),
            run: () => start.mutate({ patientId: row.id, packId: topic.ref.id }),
          }))}
          trigger={
            <Button className={css.step ?? ''} label={label(t('visit.start'))} pending={start.isPending}>
              {t('visit.start')}
              <ChevronDown />
            </Button>
          }
        />
        {failed}
      </>
    );
  }
  return (
    <Button className={css.step ?? ''} label={label(t('visit.open'))} onPress={open}>
      {t('visit.open')}
    </Button>
  );
}
