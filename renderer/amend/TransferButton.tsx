import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../commands/useCommands.ts';
import { useHasRole } from '../frame/session.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';

const TransferDialog = lazy(async () => ({ default: (await import('./TransferDialog.tsx')).TransferDialog }));

export interface TransferButtonProps {
  consultationId: string;
  /** The newest version of the paper, which the new one replaces. */
  version: number;
  /** The new paper is stored. */
  onMade: () => void;
  /** Stands in the palette too. */
  command?: boolean;
}

/** "Transfer date changed…", for doctors: one dialog to the new paper. */
export function TransferButton({ consultationId, version, onMade, command }: TransferButtonProps) {
  const t = useText();
  const doctor = useHasRole('doctor');
  const [open, setOpen] = useState(false);
  useCommands(doctor && command ? [{ id: 'transfer.changed', title: t('transfer.action'), run: () => setOpen(true) }] : []);
  if (!doctor) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <CalendarClock />
        {t('transfer.action')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <TransferDialog
            consultationId={consultationId}
            version={version}
            onClose={() => setOpen(false)}
            onMade={() => {
              setOpen(false);
              onMade();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
