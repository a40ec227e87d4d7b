import type { Command } from '../commands/registry.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useText } from '../text/useText.ts';
import type { ScreenOrders } from './useScreenOrders.ts';

/** The keys and palette entries of the patient's screen: what can be done with it as it is now. */
export function useScreenCommands(orders: ScreenOrders, open: () => void): void {
  const t = useText();
  const { state, lines } = orders;
  const evidence = state.part?.evidence ?? null;
  const whileOpen: Command[] = [
    { id: 'screen.follow', title: t('patientScreen.follow'), run: orders.follow },
    { id: 'screen.hold', title: t('patientScreen.hold'), run: orders.hold },
    { id: 'screen.blank', title: t('patientScreen.blank'), run: orders.blank },
    { id: 'screen.test', title: t('patientScreen.testIt'), run: orders.test },
    { id: 'screen.close', title: t('patientScreen.close'), run: orders.close },
  ];
  const ofEvidence: Command[] = [
    {
      id: 'screen.evidence',
      title: t(evidence === null ? 'patientScreen.showEvidence' : 'patientScreen.nextEvidence'),
      run: orders.nextEvidence,
    },
    ...(evidence === null
      ? []
      : [{ id: 'screen.hideEvidence', title: t('patientScreen.hideEvidence'), run: orders.hideEvidence } as const]),
  ];
  useCommands([
    ...(state.open ? whileOpen : [{ id: 'screen.open', title: t('patientScreen.open'), run: open } as const]),
    ...(state.open && lines > 0 ? ofEvidence : []),
  ]);
}
