import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Display, ShellBridge } from '#core/contract/shellBridge.ts';
import { useApi } from '../client/api.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFoot } from '../ui/Dialog.tsx';
import { Failure } from '../ui/Failure.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** In the shell: the screens of this computer by their numbers; she gets the one that is chosen. */
export function ChooseScreen({ bridge }: { bridge: ShellBridge }) {
  const t = useText();
  const { client } = useApi();
  const found = useQuery({ queryKey: ['shell', 'displays'], queryFn: () => bridge.displays(), staleTime: 0, gcTime: 0 });
  const [chosen, choose] = useState<string | null>(null);
  const opening = useMutation({
    mutationFn: async (displayId: string) => {
      await client.display.open();
      await bridge.openPatientWindow(displayId);
    },
  });
  const numbers = useMutation({ mutationFn: () => bridge.numberDisplays() });
  if (!found.data) return found.error ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : <Waiting />;
  // Hers would hide the doctor's window, so that one can't be chosen.
  const others = found.data.map((display, index) => ({ ...display, number: index + 1 })).filter(({ here }) => !here);
  if (others.length === 0)
    return (
      <>
        <p role="status">{t('patientScreen.oneScreen')}</p>
        <DialogFoot>
          <Button kind="main" autoFocus onPress={() => void found.refetch()}>
            {t('patientScreen.lookAgain')}
          </Button>
        </DialogFoot>
      </>
    );
  const nameOf = ({ label, width, height, number }: Display & { number: number }) =>
    label ? t('patientScreen.screen', { number, label, width, height }) : t('patientScreen.screenNoName', { number, width, height });
  const value = chosen ?? others[0]?.id ?? '';
  return (
    <>
      <RadioGroup
        label={t('patientScreen.whichScreen')}
        value={value}
        onChange={choose}
        column
        choices={others.map((display) => ({ value: display.id, label: nameOf(display) }))}
      />
      {opening.error ? <Failure error={opening.error} onRetry={() => opening.mutate(value)} /> : null}
      <DialogFoot>
        <Button onPress={() => numbers.mutate()}>{t('patientScreen.numbers')}</Button>
        <Button kind="main" autoFocus pending={opening.isPending} onPress={() => opening.mutate(value)}>
          {t('patientScreen.openNow')}
        </Button>
      </DialogFoot>
    </>
  );
}
