import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { BackupState } from '#core/contract/backups.ts';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
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

const TYPED = ':typed';
const placeSchema = z.strictObject({
  path: z
    .string()
    .trim()
    .min(1, { error: () => translate('backups.place.pathMissing') })
    .max(500),
});

export interface ChoosePlaceProps {
  /** Path of the present second place. */
  present: string | null;
  /** The state after the change; null when it was called off. */
  onDone: (state: BackupState | null) => void;
}

/** Proposes the disks that are there, and takes any path. */
export function ChoosePlace({ present, onDone }: ChoosePlaceProps) {
  const t = useText();
  const { orpc } = useApi();
  const drives = useQuery({ ...orpc.backups.drives.queryOptions(), staleTime: 0 });
  const found = drives.data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState(present ?? '');
  const one = chosen ?? found[0]?.path ?? TYPED;
  const path = one === TYPED ? typed : one;
  const { form: formRef, problems, check } = useChecked(placeSchema, { path });
  const set = useMutation(orpc.backups.setSecondPlace.mutationOptions({ onSuccess: onDone }));
  const refused = fieldIssues(set.error).find((issue) => issue.path === 'path')?.message;
  const wrong = problems.path ?? refused;
  if (drives.isPending) return <Waiting rows={2} />;
  return (
    <form
      ref={formRef}
      noValidate
      className={css.choose}
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !set.isPending) set.mutate(input);
      }}
    >
      {found.length > 0 ? (
        <RadioGroup
          label={t('backups.place.which')}
          column
          autoFocus
          value={one}
          onChange={(next) => {
            setChosen(next);
            set.reset();
          }}
          error={one === TYPED ? undefined : refused}
          choices={[
            ...found.map((drive) => ({
              value: drive.path,
              label: drive.label,
              note: `${drive.path} · ${t('backups.place.free', { size: sizeText(drive.freeBytes) })}`,
            })),
            { value: TYPED, label: t('backups.place.typed') },
          ]}
        />
      ) : (
        <p>{t('backups.place.noDrives')}</p>
      )}
      {one === TYPED ? (
        <TextField
          label={t('backups.place.path')}
          hint={t('backups.place.pathHint')}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (set.error) set.reset();
          }}
          error={wrong}
          autoFocus={found.length === 0}
        />
      ) : null}
      {drives.error ? <Failure error={drives.error} /> : null}
      {set.error && !refused ? <Failure error={set.error} /> : null}
      <div className={form.actions}>
        <Button kind="go" type="submit" pending={set.isPending}>
          {t('backups.place.go')}
        </Button>
        <Button pending={drives.isFetching} onPress={() => void drives.refetch()}>
          {t('backups.place.again')}
        </Button>
        <Button kind="quiet" onPress={() => onDone(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
