import { useNavigate } from '@tanstack/react-router';
import { FilePen } from 'lucide-react';
import { useCommands } from '../commands/useCommands.ts';
import { useHasRole } from '../frame/session.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';

/** "Amend…", for doctors: to the answers of a final. `command`: stands in the palette too. */
export function AmendButton({ consultationId, command }: { consultationId: string; command?: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const doctor = useHasRole('doctor');
  const open = () => void navigate({ to: '/consult/$consultationId/amend', params: { consultationId } });
  useCommands(doctor && command ? [{ id: 'amend.all', title: t('amendAll.action'), run: open }] : []);
  if (!doctor) return null;
  return (
    <Button onPress={open}>
      <FilePen />
      {t('amendAll.action')}
    </Button>
  );
}
