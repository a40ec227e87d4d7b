import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { protocolNameSchema, type SavedProtocol } from '#core/domain/savedProtocol.ts';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './mine.module.css';

function Rename({ saved, onDone }: { saved: SavedProtocol; onDone: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState(saved.name);
  const [problem, setProblem] = useState<string>();
  const rename = useMutation(
    orpc.protocols.rename.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.protocols.key() }),
      onSuccess: (renamed) => {
        announce(t('mine.renamed', { name: renamed.name }));
        onDone();
      },
    }),
  );
  const taken = fieldIssues(rename.error).find(({ path }) => path === 'name')?.message;
  function go() {
    const parsed = protocolNameSchema.safeParse(name);
    setProblem(parsed.error?.issues[0]?.message);
    if (parsed.success) rename.mutate({ id: saved.id, name: parsed.data, rev: saved.rev });
  }
  return (
    <form
      className={css.rename}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextField label={t('mine.newName')} value={name} onChange={setName} maxLength={60} error={problem ?? taken} autoFocus />
      <Button type="submit" kind="go" pending={rename.isPending}>
        {t('mine.renameGo')}
      </Button>
      <Button kind="quiet" onPress={onDone}>
        {t('cancel')}
      </Button>
      {rename.error && !taken ? <Failure error={rename.error} /> : null}
    </form>
  );
}

function Retire({ saved, onDone }: { saved: SavedProtocol; onDone: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const retire = useMutation(
    orpc.protocols.retire.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.protocols.key() }),
      onSuccess: () => announce(t('mine.retired', { name: saved.name })),
    }),
  );
  return (
    <div className={css.sure} role="alert">
      <p>{t('mine.retireSure', { name: saved.name })}</p>
      <Button kind="go" pending={retire.isPending} onPress={() => retire.mutate({ id: saved.id, rev: saved.rev })}>
        {t('mine.retire')}
      </Button>
      <Button kind="quiet" onPress={onDone} autoFocus>
        {t('cancel')}
      </Button>
      {retire.error ? <Failure error={retire.error} /> : null}
    </div>
  );
}

/** Renames the chosen protocol, or takes it out of the list. */
export function Manage({ saved }: { saved: SavedProtocol }) {
  const t = useText();
  const [does, setDoes] = useState<'rename' | 'retire' | null>(null);
  const done = () => setDoes(null);
  if (does === 'rename') return <Rename saved={saved} onDone={done} />;
  if (does === 'retire') return <Retire saved={saved} onDone={done} />;
  return (
    <div className={css.manage}>
      <Button kind="quiet" small onPress={() => setDoes('rename')} label={t('mine.renameWhat', { name: saved.name })}>
        {t('mine.rename')}
      </Button>
      <Button kind="quiet" small onPress={() => setDoes('retire')} label={t('mine.retireWhat', { name: saved.name })}>
        {t('mine.retire')}
      </Button>
    </div>
  );
}
