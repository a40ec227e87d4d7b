import { Navigate, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { useScreenTitle } from '../frame/useScreenTitle.ts';
import { cx } from '../ui/cx.ts';
import { useConsult } from './answers/ConsultContext.ts';
import { LastTime } from './followUp/LastTime.tsx';
import css from './frame/frame.module.css';
import { MyProtocols } from './mine/MyProtocols.tsx';
import { OpenConsultation } from './OpenConsultation.tsx';
import { PaperPanel } from './paper/PaperPanel.tsx';
import { usePreview } from './paper/usePreview.ts';
import { focusNext, OWN_ENTER } from './place/focus.ts';
import { usePlace } from './place/usePlace.ts';
import { AllQuestions } from './section/AllQuestions.tsx';
import { ALL } from './section/asking.ts';
import { FootBar } from './section/FootBar.tsx';
import { SectionBody } from './section/SectionBody.tsx';
import { SectionJump, SectionList } from './section/SectionList.tsx';
import { StillNeeded } from './section/StillNeeded.tsx';
import { useWalkCommands } from './section/useWalkCommands.ts';

/** Enter moves on from a field of one line and from an answer; in lists and buttons it does what it always does. */
function moveOn(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  const moves =
    (target instanceof HTMLInputElement && target.type !== 'checkbox') || (target instanceof HTMLElement && target.role === 'spinbutton');
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || !moves) return;
  if ((target as Element).closest(`form, [${OWN_ENTER}]`)) return;
  event.preventDefault();
  event.stopPropagation();
  focusNext(event.currentTarget, target as HTMLElement);
}

/** What is said and asked in a section. */
function OneSection({ id }: { id: string }) {
  const { pack, packText } = useConsult();
  const title = packText(`section.${id}`);
  const heading = useScreenTitle(title, { focus: false });
  const section = pack.sections.find((each) => each.id === id);
  const own = section?.form === 'protocol';
  return (
    <>
      <div className={cx(css.head, own && css.withOwn)}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{packText(`section.${id}.lead`)}</p>
        {own ? <MyProtocols /> : null}
      </div>
      {section ? <LastTime section={section} /> : null}
      {section ? <SectionBody section={section} /> : null}
    </>
  );
}

function Centre({ id }: { id: string }) {
  const centre = useRef<HTMLElement>(null);
  const place = usePlace(id, centre);
  return (
    <main className={css.mid} ref={centre} onFocus={place.onFocus} onKeyDownCapture={moveOn}>
      <div className={css.inner}>{id === ALL ? <AllQuestions /> : <OneSection id={id} />}</div>
      <StillNeeded />
    </main>
  );
}

/** The live handout, beside the centre. */
function LivePaper() {
  const preview = usePreview();
  const { paperLanguage } = useConsult();
  return <PaperPanel {...preview} draft language={paperLanguage} />;
}

function Walk({ section }: { section: string }) {
  const { pack, consultation } = useConsult();
  const current = pack.sections.find(({ id }) => id === section);
  const id = current?.id ?? (section === ALL ? ALL : undefined);
  useWalkCommands(id);
  if (consultation.state === 'final') {
    return <Navigate to="/consult/$consultationId/final" params={{ consultationId: consultation.id }} replace />;
  }
  if (id === undefined) {
    const known = pack.sections.find(({ id }) => id === consultation.place?.section) ?? pack.sections[0];
    return known ? (
      <Navigate to="/consult/$consultationId/$section" params={{ consultationId: consultation.id, section: known.id }} replace />
    ) : null;
  }
  return (
    <>
      <div className={cx(css.cols, (id === ALL || current?.form === 'protocol') && css.plan)}>
        <SectionJump current={id} />
        <SectionList current={id} />
        <Centre key={id} id={id} />
        <LivePaper />
      </div>
      <FootBar current={id} />
    </>
  );
}

/** One section of a consultation, with the patient above, the sections at the left and the live handout at the right. */
export function ConsultScreen() {
  const { consultationId, section } = useParams({ from: '/consult/$consultationId/$section' });
  return (
    <OpenConsultation consultationId={consultationId}>
      <Walk section={section} />
    </OpenConsultation>
  );
}
