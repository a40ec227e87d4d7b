import { BookOpenText, EyeOff, Languages, Monitor, MonitorCheck, MonitorOff, MonitorPause, MonitorPlay, MonitorX } from 'lucide-react';
import type { Translate } from '../text/i18n.ts';
import { windowLanguages } from '../text/language.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import type { ScreenOrders } from './useScreenOrders.ts';

/** The icon and the words of the patient's screen as it is; it never stands by a colour alone. */
export function screenWords({ state }: ScreenOrders, t: Translate) {
  if (!state.open) return { icon: <Monitor />, label: t('patientScreen.name') };
  switch (state.mode) {
    case 'follow':
      return { icon: <MonitorPlay />, label: t('patientScreen.isFollowing') };
    case 'held':
      return { icon: <MonitorPause />, label: t('patientScreen.isHeld') };
    case 'test':
      return { icon: <MonitorCheck />, label: t('patientScreen.isTest') };
    case 'blank':
      return { icon: <MonitorOff />, label: t('patientScreen.isBlank') };
  }
}

/** What can be done with the patient's screen as it is now. */
export function screenEntries(orders: ScreenOrders, t: Translate): MenuEntry[] {
  const { state, lines, languages } = orders;
  const evidence = state.part?.evidence ?? null;
  const line: MenuEntry = {
    id: 'line',
    label:
      evidence === null
        ? t('patientScreen.short.showEvidence')
        : t('patientScreen.short.nextEvidence', { number: Math.min(evidence + 2, lines), of: lines }),
    icon: <BookOpenText />,
    command: 'screen.evidence',
    run: orders.nextEvidence,
  };
  const hide: MenuEntry = {
    id: 'hide',
    label: t('patientScreen.short.hideEvidence'),
    icon: <EyeOff />,
    command: 'screen.hideEvidence',
    run: orders.hideEvidence,
  };
  const isLast = evidence !== null && evidence + 1 >= lines;
  const others = state.part ? languages.filter((each) => each !== state.language) : [];
  return [
    { id: 'follow', label: t('patientScreen.short.follow'), icon: <MonitorPlay />, command: 'screen.follow', run: orders.follow },
    { id: 'hold', label: t('patientScreen.short.hold'), icon: <MonitorPause />, command: 'screen.hold', run: orders.hold },
    { id: 'blank', label: t('patientScreen.short.blank'), icon: <MonitorOff />, command: 'screen.blank', run: orders.blank },
    ...(lines > 0 && !isLast ? [line] : []),
    ...(evidence === null ? [] : [hide]),
    ...others.map((each) => ({
      id: each,
      label: t('patientScreen.short.inLanguage', { language: windowLanguages[each] }),
      icon: <Languages />,
      run: () => orders.speak(each),
    })),
    { id: 'test', label: t('patientScreen.short.test'), icon: <MonitorCheck />, command: 'screen.test', run: orders.test },
    { id: 'close', label: t('patientScreen.short.close'), icon: <MonitorX />, command: 'screen.close', run: orders.close },
  ];
}
