import { useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DeskPaperOrder } from '#core/contract/slips.ts';
import { useApi } from '../../client/api.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Select } from '../../ui/Select.tsx';
import { Status } from '../../ui/Status.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import css from './Slips.module.css';
import type { PaperActs } from './usePaperActs.ts';

export interface PaperFormProps {
  /** What is asked for; null while something is missing or there is nothing to print. */
  paper: DeskPaperOrder | null;
  acts: PaperActs;
  /** What to choose about the paper. */
  children: ReactNode;
}

/** The foot of every small paper: on which printer, or as a file. Without a printer the window's own dialog prints it. */
export function PaperForm({ paper, acts, children }: PaperFormProps) {
  const t = useText();
  const { orpc } = useApi();
  const queue = useQuery(orpc.printing.queue.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  if (queue.error) return <Failure error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data) return <Waiting rows={3} />;
  const { printers, usualPrinter } = queue.data;
  const printer = printers.find(({ id }) => id === (chosen ?? usualPrinter));
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!paper) return;
        if (printers.length === 0) acts.printHere(paper);
        else if (printer) acts.print(paper, printer);
      }}
    >
      {children}
      {printers.length > 0 ? (
        <Select
          label={t('desk.with')}
          value={printer?.id ?? null}
          onChange={(id) => {
            acts.forget();
            setChosen(id);
          }}
          choices={printers.map(({ id, name, state }) => ({
            value: id,
            label: state === 'stuck' ? t('desk.printerStuck', { printer: name }) : name,
          }))}
          error={tried && !printer ? t('desk.noPrinter') : undefined}
        />
      ) : (
        <p>{t('slips.noPrinter')}</p>
      )}
      {acts.error ? <Failure error={acts.error} /> : null}
      {acts.told ? (
        <Status kind="ok" large>
          {acts.told}
        </Status>
      ) : null}
      <DialogFoot>
        <Button pending={acts.pending} unavailable={!paper} onPress={() => paper && acts.save(paper)}>
          <Download />
          {t('desk.save')}
        </Button>
        <Button kind="main" type="submit" pending={acts.pending} unavailable={!paper}>
          <Printer />
          {t('desk.print')}
        </Button>
      </DialogFoot>
    </form>
  );
}
