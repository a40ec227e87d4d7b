import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../client/api.ts';
import { useUser } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { PrintSettingsForm } from './PrintSettingsForm.tsx';

function PrintSettingsOf() {
  const { orpc } = useApi();
  const user = useUser();
  const settings = useQuery(orpc.printing.settings.queryOptions({ staleTime: 0 }));
  const queue = useQuery(orpc.printing.queue.queryOptions());
  const failed = [settings, queue].find(({ error }) => error);
  if (failed?.error) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!settings.data || !queue.data) return <Waiting rows={4} />;
  return <PrintSettingsForm settings={settings.data} queue={queue.data} mayChange={user?.roles.includes('administrator') ?? false} />;
}

/** How the clinic prints: the usual printer, what goes along, and each printer's sides, size and tray. */
export function PrintSettingsPage() {
  const t = useText();
  return (
    <SettingsFrame page="/settings/printing" lead={t('printSet.lead')}>
      <PrintSettingsOf />
    </SettingsFrame>
  );
}
