import { CalendarDays, Tags } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { SlipDialog } from './SlipDialog.tsx';
import css from './Slips.module.css';

/** The papers of a patient beside her handout: a slip with her next dates, labels for her folder. */
export function SmallPapers({ patient: { id, name } }: { patient: { id: string; name: string } }) {
  const t = useText();
  const [open, setOpen] = useState<'slip' | 'labels' | null>(null);
  const close = () => setOpen(null);
  useCommands([
    { id: 'slips.slip', title: t('slips.slip'), run: () => setOpen('slip') },
    { id: 'slips.labels', title: t('slips.labels'), run: () => setOpen('labels') },
  ]);
  return (
    <div className={css.ways}>
      <Button onPress={() => setOpen('slip')}>
        <CalendarDays />
        {t('slips.slip')}
      </Button>
      <Button onPress={() => setOpen('labels')}>
        <Tags />
        {t('slips.labels')}
      </Button>
      <Dialog title={t('slips.slipOf', { name })} open={open === 'slip'} onClose={close}>
        <SlipDialog patientId={id} />
      </Dialog>
      <Dialog title={t('slips.labelsOf', { name })} open={open === 'labels'} onClose={close}>
        <LabelsDialog patientId={id} />
      </Dialog>
    </div>
  );
}
