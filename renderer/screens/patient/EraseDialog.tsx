import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PatientRow } from '#core/contract/patientShapes.ts';
import { type Erasure, type ErasureReason, erasureNoteSchema } from '#core/contract/rights.ts';
import { useApi } from '../../client/api.ts';
import { errorCode, fieldIssues } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { problemsOf } from '../checked.ts';
import css from './Rights.module.css';

const NOTE_MAX = 200;
const REASONS: readonly Exclude<ErasureReason, 'retentionOver'>[] = ['herRequest', 'law', 'mistake'];

/** The rule, as a sentence: from when her records may be erased. */
function Rule({ erasure: { years, lastVisit, from, allowed, visits, papers } }: { erasure: Erasure }) {
  const t = useText();
  const last = visits > 0 ? ` ${t('erase.last', { date: dateText(lastVisit) })}` : '';
  const until = t(allowed ? 'erase.allowed' : 'erase.notYet', { from: dateText(from) });
  return (
    <>
      <p className={css.what}>{t('erase.what', { visits, papers })}</p>
      <Banner kind={allowed ? 'info' : 'warn'}>
        <p>
          {t('erase.rule', { years })}
          {last} {until}
        </p>
      </Banner>
    </>
  );
}

function EraseForm({ patient, erasure, onClose }: { patient: PatientRow; erasure: Erasure; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const { sample } = useStatus();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState<ErasureReason | null>(erasure.allowed ? 'retentionOver' : null);
  const [note, setNote] = useState('');
  const [recordNumber, setRecordNumber] = useState('');
  const [ownPassword, setOwnPassword] = useState('');
  const [tried, setTried] = useState(0);
  const erase = useMutation(
    orpc.rights.erase.mutationOptions({
      onSuccess: async () => {
        announce(t('erase.done'));
        await navigate({ to: '/' });
        const hers = [orpc.patients, orpc.consultations, orpc.handouts, orpc.calls, orpc.rights];
        for (const area of hers) queries.removeQueries({ queryKey: area.key(), type: 'inactive' });
        await Promise.all(hers.map((area) => queries.invalidateQueries({ queryKey: area.key() })));
      },
      onError: () => setTried((count) => count + 1),
    }),
  );
  const refused = new Map(fieldIssues(erase.error).map(({ path, message }) => [path.replace('because.', ''), message]));
  const wrongPassword = errorCode(erase.error) === 'WRONG_PASSWORD';
  const empty = {
    reason: reason === null ? t('erase.missingReason') : undefined,
    note: reason === null || reason === 'retentionOver' ? undefined : problemsOf(erasureNoteSchema, note)[''],
    record: recordNumber.trim() === '' ? t('erase.missingRecord', { number: patient.recordNumber }) : undefined,
    password: !sample && ownPassword === '' ? t('erase.missingPassword') : undefined,
  };
  const told = tried > 0 ? empty : { reason: undefined, note: undefined, record: undefined, password: undefined };
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"], [data-invalid] input')?.focus();
  }, [tried]);
  function submit() {
    if (erase.isPending) return;
    if (reason === null || Object.values(empty).some(Boolean)) {
      setTried(tried + 1);
      return;
    }
    const because = reason === 'retentionOver' ? { reason } : { reason, note };
    erase.mutate({ patientId: patient.id, recordNumber, ownPassword, because });
  }
  const choices = [...(erasure.allowed ? (['retentionOver'] as const) : []), ...REASONS];
  const atField = refused.size > 0 || wrongPassword;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Rule erasure={erasure} />
      <h3 className={css.stays}>{t('erase.stays')}</h3>
      <ul className={css.list}>
        <li>{t('erase.stays.tombstone')}</li>
        <li>{t('erase.stays.backups')}</li>
        <li>{t('erase.stays.papers')}</li>
      </ul>
      <div className={css.fields}>
        <RadioGroup
          label={t('erase.why')}
          choices={choices.map((value) => ({ value, label: t(`erase.reason.${value}`) }))}
          value={reason}
          onChange={setReason}
          error={told.reason}
          autoFocus
          column
        />
        {reason === null || reason === 'retentionOver' ? null : (
          <TextField
            label={t('erase.note')}
            hint={t('erase.noteHint')}
            value={note}
            onChange={setNote}
            error={told.note ?? refused.get('note')}
            maxLength={NOTE_MAX}
            lines={2}
            required
          />
        )}
        <TextField
          label={t('erase.record', { number: patient.recordNumber })}
          value={recordNumber}
          onChange={setRecordNumber}
          error={told.record ?? refused.get('recordNumber')}
          required
        />
        {sample ? null : (
          <TextField
            label={t('erase.password')}
            type="password"
            autoComplete="current-password"
            value={ownPassword}
            onChange={setOwnPassword}
            error={told.password ?? (wrongPassword ? erase.error?.message : undefined)}
            required
          />
        )}
      </div>
      {erase.error && !atField ? <Failure error={erase.error} /> : null}
      <FormFoot onCancel={onClose} pending={erase.isPending}>
        {t('erase.go', { name: patient.name })}
      </FormFoot>
    </form>
  );
}

/** Erases a patient: what goes, the rule, what stays; then why, her record number and one's own password. */
export function EraseDialog({ patient, onClose }: { patient: PatientRow; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const erasure = useQuery(orpc.rights.erasure.queryOptions({ input: { patientId: patient.id } }));
  return (
    <Dialog title={t('erase.title')} open onClose={onClose} wide>
      {erasure.isPending ? <Waiting rows={4} /> : null}
      {erasure.error ? <Failure error={erasure.error} onRetry={() => void erasure.refetch()} /> : null}
      {erasure.data ? <EraseForm patient={patient} erasure={erasure.data} onClose={onClose} /> : null}
    </Dialog>
  );
}
