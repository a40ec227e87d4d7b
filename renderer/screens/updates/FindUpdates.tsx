import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { FoundUpdate, UpdateState } from '#core/contract/updates.ts';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText, inZone } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';
import { useWindowLanguage } from '../../text/language.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Told } from '../../ui/Told.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import css from './Updates.module.css';

interface FoundProps {
  update: FoundUpdate;
  pending: boolean;
  /** It was taken over already. */
  kept: boolean;
  onPrepare: (update: FoundUpdate) => void;
}

function Found({ update, pending, kept, onPrepare }: FoundProps) {
  const t = useText();
  const language = useWindowLanguage();
  const { timeZone } = useStatus();
  const { release, madeAt, direction, notes, problem } = update;
  return (
    <li>
      <div>
        <p className={css.name}>
          {release === null ? t('updates.unknown') : t('updates.release', { release })}{' '}
          {direction === null ? null : <Tag kind={direction === 'newer' ? 'ok' : 'unknown'}>{t(`updates.${direction}`)}</Tag>}
        </p>
        <p className="muted">
          {madeAt === null ? '' : `${t('updates.made', { date: dateText(inZone(madeAt, timeZone).date) })} · `}
          <span className={css.path}>{update.path}</span>
        </p>
        {notes[language].length > 0 ? (
          <ul className={css.notes} lang={language}>
            {notes[language].map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
        {problem === null ? null : (
          <Banner kind="warn">
            <p>
              <Told text={problem} />
            </p>
          </Banner>
        )}
      </div>
      {problem === null && release !== null && direction !== 'same' && !kept ? (
        <Button pending={pending} onPress={() => onPrepare(update)}>
          {t('updates.prepare', { release })}
        </Button>
      ) : null}
    </li>
  );
}

const pathSchema = z.strictObject({
  path: z
    .string()
    .trim()
    .min(1, { error: () => translate('updates.pathMissing') })
    .max(500),
});

/** A folder that is no drive of its own. */
function LookElsewhere({ onFound }: { onFound: (update: FoundUpdate) => void }) {
  const t = useText();
  const { orpc } = useApi();
  const [path, setPath] = useState('');
  const { form: formRef, problems, check } = useChecked(pathSchema, { path });
  const look = useMutation(orpc.updates.look.mutationOptions({ onSuccess: onFound }));
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !look.isPending) look.mutate(input);
      }}
    >
      <TextField
        label={t('updates.typed')}
        hint={t('updates.typedHint')}
        value={path}
        onChange={(next) => {
          setPath(next);
          if (look.error) look.reset();
        }}
        error={problems.path}
      />
      {look.error ? <Failure error={look.error} /> : null}
      <div className={form.actions}>
        <Button type="submit" pending={look.isPending}>
          {t('updates.look')}
        </Button>
      </div>
    </form>
  );
}

/** Updates on sticks and in a folder that a person names; taking one over. */
export function FindUpdates({ state }: { state: UpdateState }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const find = useQuery({ ...orpc.updates.find.queryOptions(), staleTime: 0 });
  const [named, setNamed] = useState<FoundUpdate | null>(null);
  const prepare = useMutation(
    orpc.updates.prepare.mutationOptions({ onSuccess: (next) => queries.setQueryData(orpc.updates.read.queryKey(), next) }),
  );
  const onPrepare = ({ path, release }: FoundUpdate) =>
    prepare.mutate({ path }, { onSuccess: () => announce(t('updates.prepared', { release: release ?? '' })) });
  const found = [...(named ? [named] : []), ...(find.data ?? []).filter(({ path }) => path !== named?.path)];
  const { running } = state;
  return (
    <section className={form.card} aria-labelledby="updates-found">
      <h2 id="updates-found">{t('updates.onDrives')}</h2>
      {running !== null || prepare.isPending ? (
        <div className={css.progress}>
          <Progress
            label={t('updates.checking')}
            done={running}
            {...(running === null ? {} : { words: t('updates.percent', { percent: Math.round(running * 100) }) })}
          />
        </div>
      ) : null}
      {prepare.error ? (
        <div className={form.problem}>
          <Failure error={prepare.error} />
        </div>
      ) : null}
      {find.isPending ? <Waiting rows={2} /> : null}
      {find.error ? <Failure error={find.error} onRetry={() => void find.refetch()} /> : null}
      {find.isSuccess && found.length === 0 ? <p>{t('updates.none')}</p> : null}
      <ul className={css.list}>
        {found.map((update) => (
          <Found
            key={update.path}
            update={update}
            pending={prepare.isPending}
            kept={state.kept.includes(update.release ?? '')}
            onPrepare={onPrepare}
          />
        ))}
      </ul>
      <div className={form.actions}>
        <Button pending={find.isFetching} onPress={() => void find.refetch()}>
          {t('updates.again')}
        </Button>
      </div>
      <div className={css.elsewhere}>
        <LookElsewhere onFound={setNamed} />
      </div>
    </section>
  );
}
