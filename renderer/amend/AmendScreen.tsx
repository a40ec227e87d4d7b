import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ConsultContext } from '../consult/answers/ConsultContext.ts';
import { fieldKey } from '../consult/answers/conflicts.ts';
import { type Loaded, useLoaded } from '../consult/answers/useConsultation.ts';
import { ConsultStrip } from '../consult/frame/ConsultStrip.tsx';
import frame from '../consult/frame/frame.module.css';
import { Opening } from '../consult/frame/Opening.tsx';
import { wantField } from '../consult/place/focus.ts';
import { useHasRole } from '../frame/session.ts';
import { useScreenTitle } from '../frame/useScreenTitle.ts';
import { useText } from '../text/useText.ts';
import { Banner } from '../ui/Banner.tsx';
import { AmendSections } from './AmendSections.tsx';
import { AmendSide } from './AmendSide.tsx';
import css from './amendAll.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useAmendDraft } from './useAmendDraft.ts';

function Amending({ loaded }: { loaded: Loaded }) {
  const t = useText();
  const navigate = useNavigate();
  const heading = useScreenTitle(t('amendAll.title'));
  const { pack, consultation } = loaded;
  const sections = pack.sections.filter(({ form, questions }) => form !== undefined || questions.length > 0);
  const [section, setSection] = useState(sections[0]?.id ?? '');
  const [leaves, setLeaves] = useState(false);
  const centre = useRef<HTMLElement>(null);
  const draft = useAmendDraft(loaded, (next, field) => {
    wantField(field ? { section: next, key: fieldKey(field) } : null);
    setSection(next);
  });
  const back = () => void navigate({ to: '/consult/$consultationId/final', params: { consultationId: consultation.id } });
  return (
    <ConsultContext value={draft.consult}>
      <div className={frame.app}>
        <ConsultStrip done />
        <div className={css.page}>
          <main className={css.answers} ref={centre}>
            <h1 ref={heading} tabIndex={-1}>
              {t('amendAll.title')}
            </h1>
            <AmendSections sections={sections} current={section} onCurrent={setSection} changes={draft.changes} root={centre} />
          </main>
          <AmendSide draft={draft} onMade={back} onLeave={() => (draft.touched ? setLeaves(true) : back())} />
        </div>
      </div>
      {leaves ? <LeaveDialog count={draft.changes.length} onStay={() => setLeaves(false)} onLeave={back} /> : null}
    </ConsultContext>
  );
}

/** "Amend": the answers of a final, to be changed in this window, and the way to the next version. For doctors. */
export function AmendScreen() {
  const t = useText();
  const doctor = useHasRole('doctor');
  const { consultationId } = useParams({ from: '/consult/$consultationId/amend' });
  const loading = useLoaded(consultationId);
  if (!doctor) return <Navigate to="/consult/$consultationId/final" params={{ consultationId }} replace />;
  if (loading.state !== 'ready') return <Opening loading={loading} />;
  if (loading.loaded.consultation.state === 'final') return <Amending key={consultationId} loaded={loading.loaded} />;
  return (
    <main className={frame.inner}>
      <Banner kind="info">
        <p>{t('amendAll.notFinal')}</p>
      </Banner>
    </main>
  );
}
