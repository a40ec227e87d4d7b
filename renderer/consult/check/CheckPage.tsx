import { Navigate, useNavigate } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../client/api.ts';
import { describeError } from '../../client/errors.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useHasRole } from '../../frame/session.ts';
import { useScreenTitle } from '../../frame/useScreenTitle.ts';
import { useText } from '../../text/useText.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { useAnswerName } from '../answers/useAnswerName.ts';
import css from '../frame/frame.module.css';
import { SectionLink } from '../section/SectionLink.tsx';
import { useWalkCommands } from '../section/useWalkCommands.ts';
import { CheckGroups } from './CheckGroups.tsx';
import check from './check.module.css';
import { FinalButton } from './FinalButton.tsx';
import { Gate } from './Gate.tsx';
import { whatIsFinal } from './whatIsFinal.ts';

/** Makes the consultation final, once; then the stored pages are shown. */
function useMakeFinal(): { make: () => void; whyNot: string | null; working: boolean } {
  const t = useText();
  const { client } = useApi();
  const { consultation, keeper, state, evaluation, showFault } = useConsult();
  const { id: consultationId } = consultation;
  const nameOf = useAnswerName();
  const navigate = useNavigate();
  const isDoctor = useHasRole('doctor');
  const [working, setWorking] = useState(false);
  const unsaved = state.drafts.size > 0 || state.conflicts.size > 0 || state.save.kind === 'notSaved';
  const whyNot = !isDoctor ? t('final.onlyDoctor') : !evaluation.ready ? t('final.opens') : unsaved ? t('final.unsaved') : null;
  async function make() {
    setWorking(true);
    showFault(null);
    try {
      const ready = await whatIsFinal(keeper, async () => {
        const { answers: rows, rev, savedAt } = await client.consultations.read({ consultationId });
        return { rows, rev, savedAt };
      });
      if (ready.kind !== 'shown') {
        const what = ready.kind === 'cameIn' ? [...new Set(ready.keys.map(nameOf))].join(', ') : '';
        showFault(`${t('final.failed')} ${ready.kind === 'cameIn' ? t('final.cameIn', { what }) : t('final.unsaved')}`);
        return;
      }
      await client.consultations.makeFinal({ consultationId, rev: ready.rev });
      await navigate({ to: '/consult/$consultationId/final', params: { consultationId } });
    } catch (fault) {
      showFault(`${t('final.failed')} ${describeError(fault)}`);
    } finally {
      setWorking(false);
    }
  }
  return {
    make: () => {
      if (whyNot === null && !working) void make();
    },
    whyNot,
    working,
  };
}

/** Everything on one page; the gate at the right; the button that names the patient. */
export function CheckPage() {
  const t = useText();
  const { consultation, pack } = useConsult();
  const heading = useScreenTitle(t('check.title'), { focus: false });
  const gate = useRef<HTMLDivElement>(null);
  const final = useMakeFinal();
  const last = consultation.place?.section ?? pack.sections.at(-1)?.id ?? '';
  useWalkCommands(undefined);
  useCommands([{ id: 'makeFinal', title: t('final.make'), run: final.make }]);
  useEffect(() => {
    // What is left comes first; when nothing is left, the button that goes on.
    gate.current?.querySelector<HTMLElement>(`.${check.first}, .${check.final}`)?.focus();
  }, []);
  if (consultation.state === 'final') {
    return <Navigate to="/consult/$consultationId/final" params={{ consultationId: consultation.id }} replace />;
  }
  return (
    <>
      <div className={check.page} ref={gate}>
        <main className={check.answers}>
          <div className={check.head}>
            <h1 ref={heading} tabIndex={-1}>
              {t('check.title')}
            </h1>
            <p>{t('check.lead')}</p>
          </div>
          <CheckGroups />
        </main>
        <Gate>
          <FinalButton onPress={final.make} whyNot={final.whyNot} working={final.working} />
        </Gate>
      </div>
      <footer className={css.foot}>
        <SectionLink section={last} className={buttonClass()}>
          <ChevronLeft />
          {t('check.back')}
        </SectionLink>
        <div className={css.footMid}>
          <div className={css.keys}>
            <span>
              <CommandKey id="section.1" />–<Kbd keys="9" /> {t('walk.key.section')}
            </span>
            <span>
              <CommandKey id="makeFinal" /> {t('walk.key.final')}
            </span>
            <span>
              <CommandKey id="keys" /> {t('walk.key.keys')}
            </span>
          </div>
        </div>
        <span />
      </footer>
    </>
  );
}
