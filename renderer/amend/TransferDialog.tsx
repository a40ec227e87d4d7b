import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { errors } from '#core/contract/errors.ts';
import { GATE_IDS, type GateId } from '#core/domain/evaluation.ts';
import { packText } from '#core/domain/pack.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { useApi } from '../client/api.ts';
import { errorDataOf } from '../client/errors.ts';
import { type Loaded, useLoaded } from '../consult/answers/useConsultation.ts';
import { dateText } from '../text/dates.ts';
import { useText } from '../text/useText.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog, FormFoot } from '../ui/Dialog.tsx';
import { Failure } from '../ui/Failure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Told } from '../ui/Told.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './amend.module.css';
import { DatesToLookAt } from './DatesToLookAt.tsx';
import { FrameChangeList } from './FrameChangeList.tsx';
import { useFrameChanges } from './useFrameChanges.ts';
import { useTransferMove } from './useTransferMove.ts';
import { WhatChanges } from './WhatChanges.tsx';

/** The longest reason, in characters. */
const REASON_MAX = 90;

export interface TransferDialogProps {
  consultationId: string;
  /** The version that the new one replaces. */
  version: number;
  onClose: () => void;
  /** The new paper is stored. */
  onMade: () => void;
}

/** Makes the amendment, and lets what is shown be asked anew. */
function useAmend(onMade: () => void) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  return useMutation(
    orpc.consultations.amend.mutationOptions({
      onSuccess: async ({ version }) => {
        announce(t('transfer.made', { version }));
        const stale = [orpc.handouts.key(), orpc.consultations.key(), orpc.patients.key(), orpc.calls.key()];
        await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
        onMade();
      },
    }),
  );
}

/** What the backend still misses: its lines of the gate. */
function missingIn(error: unknown): GateId[] {
  const data = errors.NOT_READY.data.safeParse(errorDataOf(error, 'NOT_READY'));
  const missing = data.data?.missing ?? [];
  return GATE_IDS.filter((id) => missing.includes(id));
}

/** Enter in a part of a date sends the form, as it does in a line of text. */
function sendByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'spinbutton') return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

function TransferForm({ loaded, version, onClose, onMade }: Omit<TransferDialogProps, 'consultationId'> & { loaded: Loaded }) {
  const t = useText();
  const { consultation, pack, today } = loaded;
  const why = useId();
  const move = useTransferMove(loaded);
  const [reason, setReason] = useState(t('transfer.reasonText'));
  const amend = useAmend(onMade);
  const frame = useFrameChanges(consultation);
  const missing = [...new Set([...move.missing, ...missingIn(amend.error)])];
  const reasonProblem = reason.trim() === '' ? t('transfer.reasonMissing') : whyNotPrintable(reason);
  const words = (id: GateId) => (id === 'approval' ? t('transfer.approval') : t(`gate.item.${id}`).toLowerCase());
  const nothing = move.differences.length === 0;
  const whyNot =
    move.missing.length > 0
      ? t('transfer.missing', { what: move.missing.map(words).join(', ') })
      : move.wrongDates
        ? t('transfer.mend')
        : nothing
          ? t('transfer.nothing')
          : null;
  const { firstDay } = move.course.before;
  const mayHaveBegun = firstDay !== undefined && firstDay <= today && firstDay !== move.course.after.firstDay;
  const ready = whyNot === null && !reasonProblem && reason.trim().length <= REASON_MAX;
  return (
    <form
      noValidate
      onKeyDownCapture={sendByEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || amend.isPending) return;
        amend.mutate({ consultationId: consultation.id, rev: consultation.rev, reason: reason.trim(), changes: move.changes });
      }}
    >
      <p>{t('transfer.lead', { version })}</p>
      <div className={css.fields}>
        <DateField
          label={t('transfer.date')}
          value={move.transferDate}
          onChange={move.setTransferDate}
          error={move.problemOfTransfer}
          autoFocus
        />
        <WhatChanges move={move} />
      </div>
      {mayHaveBegun ? (
        <Banner kind="warn">
          <p>{t('transfer.begun', { date: dateText(firstDay, { weekday: true }) })}</p>
        </Banner>
      ) : null}
      <FrameChangeList changes={frame} />
      <DatesToLookAt move={move} testName={(test) => packText(pack, 'en', `test.${test}`)} />
      <TextField
        label={t('transfer.reason')}
        hint={t('transfer.reasonHint')}
        value={reason}
        onChange={setReason}
        error={reasonProblem}
        maxLength={REASON_MAX}
        required
      />
      {amend.error ? (
        <div className={css.problem}>
          {missing.length > 0 ? (
            <Banner kind="bad" alert>
              <p>{t('transfer.missing', { what: missing.map(words).join(', ') })}</p>
            </Banner>
          ) : (
            <Failure error={amend.error} />
          )}
        </div>
      ) : null}
      <p id={why} className={css.after}>
        {whyNot ?? t('transfer.after.text')}
      </p>
      <FormFoot onCancel={onClose} unavailable={!ready} pending={amend.isPending} describedBy={why}>
        {t('transfer.make', { version: frame.next })}
      </FormFoot>
    </form>
  );
}

/**
 * "Transfer date changed": the new date, what it changes on the paper, the dates to look at, and Enter makes the next
 * version and puts her on the call list.
 */
export function TransferDialog({ consultationId, version, onClose, onMade }: TransferDialogProps) {
  const t = useText();
  const loading = useLoaded(consultationId);
  const planned =
    loading.state === 'ready' &&
    loading.loaded.consultation.answers.some(({ key }) => key === 'program.transferDate' || key === 'program.start');
  return (
    <Dialog title={t('transfer.title')} open onClose={onClose} wide>
      {loading.state === 'loading' ? <Waiting rows={4} /> : null}
      {loading.state === 'failed' ? (
        <Banner kind="bad" alert actions={<Button onPress={loading.again}>{t('tryAgain')}</Button>}>
          <p>
            <Told text={loading.message} />
          </p>
        </Banner>
      ) : null}
      {loading.state === 'ready' && !planned ? <p>{t('transfer.none')}</p> : null}
      {loading.state === 'ready' && planned ? (
        <TransferForm loaded={loading.loaded} version={version} onClose={onClose} onMade={onMade} />
      ) : null}
    </Dialog>
  );
}
