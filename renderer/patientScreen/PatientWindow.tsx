import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DisplayNow } from '#core/contract/display.ts';
import type { Api } from '../client/api.ts';
import { teachControls } from '../text/controls.ts';
import { fieldLocale } from '../text/dates.ts';
import { setWindowLanguage, useWindowLanguage } from '../text/language.ts';
import { useText } from '../text/useText.ts';
import { FillButton } from './FillButton.tsx';
import { BlankView, ClosedView, TestView } from './OtherViews.tsx';
import { SectionView } from './SectionView.tsx';
import { useDisplayNow } from './useDisplayNow.ts';

teachControls();

function languageOf(now: DisplayNow | null) {
  return now?.kind === 'section' ? now.screen.language : now?.language;
}

function View({ now }: { now: DisplayNow | null }) {
  switch (now?.kind) {
    case 'section':
      // Laid out anew for each: nothing of the one before is left.
      return <SectionView key={JSON.stringify(now.screen)} screen={now.screen} />;
    case 'test':
      return <TestView />;
    case 'closed':
      return <ClosedView />;
    default:
      return <BlankView />;
  }
}

/** The whole of the patient's window: what is shown to her, and nothing of the program's own. */
export function PatientWindow({ api }: { api: Api }) {
  const t = useText();
  const now = useDisplayNow(api);
  const language = languageOf(now);
  const closed = now?.kind === 'closed';
  useWindowLanguage();
  useEffect(() => {
    if (language) setWindowLanguage(language);
  }, [language]);
  useEffect(() => {
    if (closed) window.close();
  }, [closed]);
  const title = t('patientScreen.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <I18nProvider locale={fieldLocale()}>
      <View now={now} />
      {closed ? null : <FillButton />}
    </I18nProvider>
  );
}
