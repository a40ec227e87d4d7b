import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import * as z from 'zod';
import { errors } from '#core/contract/errors.ts';
import { useApi } from '../../client/api.ts';
import { describeError, errorCode, errorDataOf } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useLate } from '../../ui/useLate.ts';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import { useSecondsLeft } from '../signIn/useSecondsLeft.ts';
import css from './Backups.module.css';
import type { ChosenBackup } from './ChooseBackup.tsx';
import { RestoreConfirm } from './RestoreConfirm.tsx';
import { useMoment } from './useMoment.ts';

const words = (message: 'restore.whoMissing' | 'restore.passwordMissing' | 'restore.keyMissing', max: number) =>
  z
    .string()
    .min(1, { error: () => translate(message) })
    .max(max);
const proofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), userId: words('restore.whoMissing', 60), password: words('restore.passwordMissing', 200) }),
  z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: words('restore.keyMissing', 80) }),
]);

export interface ProveItProps {
  chosen: ChosenBackup;
  onOther: () => void;
  onRestored: (restored: { restoredFrom: string; keptAt: string | null }) => void;
}

/** The second step: who opens the backup and with what; then the confirmation, and the work itself. */
export function ProveIt({ chosen, onOther, onRestored }: ProveItProps) {
  const t = useText();
  const { orpc } = useApi();
  const { state: way, timeZone } = useStatus();
  const moment = useMoment();
  const { source, found } = chosen;
  const [kind, setKind] = useState<'password' | 'recoveryKey'>(found.users.length > 0 ? 'password' : 'recoveryKey');
  const [userId, setUserId] = useState(found.users.length === 1 ? (found.users[0]?.id ?? null) : null);
  const [secret, setSecret] = useState('');
  const [asking, setAsking] = useState(false);
  const [wait, setWait] = useSecondsLeft();
  const field = useRef<HTMLInputElement>(null);
  const proof = kind === 'password' ? { kind, userId: userId ?? '', password: secret } : { kind, recoveryKey: secret.trim() };
  const { form: formRef, problems, check } = useChecked(proofSchema, proof);
  const restore = useMutation(
    orpc.backups.restore.mutationOptions({
      // It holds the password: nothing of it stays once the screen is gone.
      gcTime: 0,
      onSuccess: onRestored,
      onError: (error) => {
        const data = errors.WRONG_PASSWORD.data.safeParse(errorDataOf(error, 'WRONG_PASSWORD'));
        setWait(data.success ? (data.data.waitSeconds ?? 0) : 0);
        field.current?.focus();
        field.current?.select();
      },
    }),
  );
  const working = useLate(restore.isPending);
  // Who is signed in hears how far it is; a closed window hears nothing of the clinic.
  const state = useQuery({ ...orpc.backups.read.queryOptions(), enabled: restore.isPending && way === 'open' });
  const running = restore.isPending ? state.data?.running : undefined;
  const wrong = errorCode(restore.error) === 'WRONG_PASSWORD' ? describeError(restore.error) : undefined;
  const first = way === 'first';
  function put() {
    setAsking(false);
    const proved = check();
    if (proved && !restore.isPending) restore.mutate({ source, with: proved });
  }
  function type(next: string) {
    setSecret(next);
    if (restore.error) restore.reset();
  }
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wait > 0 || restore.isPending || !check()) return;
        if (first) put();
        else setAsking(true);
      }}
    >
      <section className={form.card} aria-label={t('restore.who')}>
        <p className={css.step}>{t('restore.steps', { step: 2, all: 2 })}</p>
        <p className={css.chosen}>
          <b>{t('restore.chosen', { moment: moment(found.madeAt), size: sizeText(found.bytes) })}</b>
          <Button kind="quiet" small onPress={onOther}>
            {t('restore.other')}
          </Button>
        </p>
        <div className={css.form}>
          {kind === 'password' ? (
            <RadioGroup
              label={t('restore.who')}
              hint={t('restore.whoText')}
              choices={found.users.map(({ id, name }) => ({ value: id, label: name }))}
              value={userId}
              onChange={setUserId}
              error={problems.userId}
              column
            />
          ) : null}
          <TextField
            key={kind}
            ref={field}
            label={t(kind === 'password' ? 'restore.password' : 'restore.key')}
            hint={
              kind === 'password'
                ? t('restore.passwordOfThen', { date: dateText(inZone(found.madeAt, timeZone).date) })
                : t('recover.keyHint')
            }
            type={kind === 'password' ? 'password' : 'text'}
            value={secret}
            onChange={type}
            error={problems.password ?? problems.recoveryKey ?? wrong}
          />
          {found.users.length > 0 ? (
            <div>
              <Button
                kind="quiet"
                onPress={() => {
                  setKind(kind === 'password' ? 'recoveryKey' : 'password');
                  type('');
                }}
              >
                {t(kind === 'password' ? 'restore.byKey' : 'restore.byPassword')}
              </Button>
            </div>
          ) : null}
          {restore.error && !wrong ? <Failure error={restore.error} /> : null}
          {working ? (
            <div className={css.progress}>
              <Progress
                label={t('restore.running')}
                done={running?.done ?? null}
                {...(running ? { words: t('backups.percent', { percent: Math.round(running.done * 100) }) } : {})}
              />
              <p>{t('restore.runningText')}</p>
            </div>
          ) : null}
          <div className={form.actions}>
            <Button kind="main" type="submit" pending={restore.isPending} unavailable={wait > 0} describedBy="restore-why">
              {t(first ? 'restore.goFirst' : 'restore.go')}
            </Button>
            <span id="restore-why" className="muted">
              {wait > 0 ? t('signIn.wait', { count: wait }) : ''}
            </span>
          </div>
        </div>
      </section>
      {asking ? <RestoreConfirm madeAt={found.madeAt} onClose={() => setAsking(false)} onGo={put} /> : null}
    </form>
  );
}
