import { Printer } from 'lucide-react';
import type { PrintJob } from '#core/contract/printing.ts';
import { useCommands } from '../../commands/useCommands.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { batchesOf } from './batches.ts';
import type { JobActs } from './useJobActs.ts';

/** "Print all that wait": all of them, or where they differ those of one doctor or in one language, each with its count. */
export function PrintBatch({ jobs, acts }: { jobs: readonly PrintJob[]; acts: JobActs }) {
  const t = useText();
  const [all, ...some] = batchesOf(jobs);
  const free = all?.ids ?? [];
  const batches = all && free.length > 0 ? [{ ...all, label: t('desk.printAll') }, ...some] : [];
  useCommands(batches.map(({ label, ids }, at) => ({ id: `desk.batch.${at + 1}` as const, title: label, run: () => acts.printAll(ids) })));
  if (!all || free.length < 2) return null;
  const button = (
    <Button pending={acts.pending} {...(some.length > 0 ? {} : { onPress: () => acts.printAll(free) })}>
      <Printer />
      {t(some.length > 0 ? 'batch.choose' : 'desk.printAll')}
    </Button>
  );
  if (some.length === 0) return button;
  return (
    <Menu
      label={t('desk.printAll')}
      trigger={button}
      entries={[all, ...some].map(({ id, label, ids }) => ({ id, label, run: () => acts.printAll(ids) }))}
    />
  );
}
