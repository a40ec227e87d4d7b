import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { Backup, BackupSource, FoundBackup } from '#core/contract/backups.ts';
import { useApi } from '../../client/api.ts';
import { describeError, errorCode, fieldIssues } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { translate } from '../../text/i18n.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import css from './Backups.module.css';
import { daysSince, keyOf, newestFirst } from './backupWords.ts';
import { useMoment } from './useMoment.ts';

const TYPED = ':typed';
/** The newest ones are what is wanted; the others are one press away. */
const FIRST = 5;
const pathSchema = z.strictObject({
  path: z
    .string()
    .trim()
    .min(1, { error: () => translate('restore.pathMissing') })
    .max(500),
});

export interface ChosenBackup {
  source: BackupSource;
  found: FoundBackup;
}

export interface ChooseBackupProps {
  /** `place id` of the one that was chosen on the screen before. */
  preset: string | undefined;
  onChosen: (chosen: ChosenBackup) => void;
  onBack: () => void;
}

/** The first step: one of the backups that were found, or a folder whose path is typed. */
export function ChooseBackup({ preset, onChosen, onBack }: ChooseBackupProps) {
  const t = useText();
  const { orpc } = useApi();
  const { timeZone, today } = useStatus();
  const moment = useMoment();
  const find = useQuery({ ...orpc.backups.find.queryOptions(), staleTime: 0 });
  const backups = newestFirst(find.data ?? []);
  const [chosen, setChosen] = useState(preset ?? null);
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const picked = backups.find((backup) => keyOf(backup) === chosen) ?? (chosen === TYPED ? undefined : backups[0]);
  const few = all ? backups : backups.filter((backup, index) => index < FIRST || backup === picked);
  const { form: formRef, problems, check } = useChecked(pathSchema, { path: picked ? picked.id : typed });
  const look = useMutation(orpc.backups.look.mutationOptions({ onSuccess: (found, { source }) => onChosen({ source, found }) }));
  const atField = errorCode(look.error) === 'NOT_FOUND' ? describeError(look.error) : fieldIssues(look.error)[0]?.message;
  function choose(next: string) {
    setChosen(next);
    look.reset();
  }
  function open() {
    const input = check();
    if (!input || look.isPending) return;
    look.mutate({ source: picked ? { from: 'list', place: picked.place, id: picked.id } : { from: 'folder', path: input.path } });
  }
  const choiceOf = (backup: Backup, index: number) => ({
    value: keyOf(backup),
    label: index === 0 ? `${moment(backup.madeAt)} (${t('restore.newest')})` : moment(backup.madeAt),
    note: [
      t(`restore.place.${backup.place}`),
      sizeText(backup.bytes),
      ...(daysSince(backup.madeAt, timeZone, today) > 0 ? [t('backups.age', { count: daysSince(backup.madeAt, timeZone, today) })] : []),
    ].join(' · '),
  });
  if (find.isPending) return <Waiting rows={3} />;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <section className={form.card} aria-label={t('restore.which')}>
        <p className={css.step}>{t('restore.steps', { step: 1, all: 2 })}</p>
        <div className={css.form}>
          {find.error ? <Failure error={find.error} onRetry={() => void find.refetch()} /> : null}
          {backups.length > 0 ? (
            <RadioGroup
              label={t('restore.which')}
              column
              value={picked ? keyOf(picked) : TYPED}
              onChange={choose}
              error={picked ? atField : undefined}
              choices={[...few.map(choiceOf), { value: TYPED, label: t('restore.elsewhere') }]}
            />
          ) : (
            <p>{t('restore.foundNone')}</p>
          )}
          {few.length < backups.length ? (
            <div>
              <Button kind="quiet" onPress={() => setAll(true)}>
                {t('backups.list.all', { count: backups.length })}
              </Button>
            </div>
          ) : null}
          {picked ? null : (
            <TextField
              label={t('restore.path')}
              hint={t('restore.pathHint')}
              value={typed}
              onChange={(next) => {
                setTyped(next);
                if (look.error) look.reset();
              }}
              error={problems.path ?? atField}
            />
          )}
          {look.error && !atField ? <Failure error={look.error} /> : null}
          <div className={form.actions}>
            <Button kind="main" type="submit" pending={look.isPending}>
              {t('restore.look')}
            </Button>
            <Button tall pending={find.isFetching} onPress={() => void find.refetch()}>
              {t('backups.place.again')}
            </Button>
            <Button kind="quiet" onPress={onBack}>
              {t('back')}
            </Button>
          </div>
        </div>
      </section>
    </form>
  );
}
