import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import css from './control.module.css';
import { closeScreenDialog, openScreenDialog, useScreenDialog } from './dialogState.ts';
import { ScreenDialog } from './ScreenDialog.tsx';
import { screenEntries, screenWords } from './screenEntries.tsx';
import { useScreenCommands } from './useScreenCommands.ts';
import type { ScreenOrders } from './useScreenOrders.ts';

/** The patient's screen on the strip of a visit: its state as icon and word, and what can be done with it. */
export function ScreenControl({ orders }: { orders: ScreenOrders }) {
  const t = useText();
  const open = useScreenDialog();
  useScreenCommands(orders, openScreenDialog);
  const { icon, label } = screenWords(orders, t);
  return (
    <>
      {orders.state.open ? (
        <Menu
          label={t('patientScreen.name')}
          entries={screenEntries(orders, t)}
          trigger={
            <Button kind="stripEdge" className={css.control ?? ''}>
              {icon}
              {label}
            </Button>
          }
        />
      ) : (
        <Button kind="stripEdge" className={css.control ?? ''} onPress={openScreenDialog}>
          {icon}
          {label}
        </Button>
      )}
      <ScreenDialog orders={orders} open={open} onClose={closeScreenDialog} />
    </>
  );
}
