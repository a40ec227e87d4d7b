import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Status } from '#core/contract/shapes.ts';
import { useApi } from '../client/api.ts';
import { useText } from '../text/useText.ts';
import { FaultWays } from './FaultWays.tsx';
import { faultTitle } from './faultWays.ts';
import { Screen } from './Screen.tsx';

/** The clinic's store is there and can't be used: which fault, and the ways out. */
export function FaultScreen({ fault }: { fault: NonNullable<Status['fault']> }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState(false);
  async function again() {
    setTrying(true);
    setTried(false);
    await queries.refetchQueries({ queryKey: orpc.app.status.key() });
    setTrying(false);
    setTried(true);
  }
  return (
    <Screen title={faultTitle(fault.fault)} lead={t('fault.lead')} narrow>
      <FaultWays fault={fault} onAgain={() => void again()} pending={trying} tried={tried} />
    </Screen>
  );
}
