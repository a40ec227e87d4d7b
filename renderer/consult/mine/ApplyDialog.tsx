import { useRef, useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { readBackWords } from '../protocol/readBack.ts';
import { Changes } from './Changes.tsx';
import { Manage } from './Manage.tsx';
import css from './mine.module.css';
import { ReapproveButton, TopicChanged } from './TopicChanged.tsx';
import { type Mine, useMine } from './useMine.ts';

/** What stands in the dialog before the first protocol is saved. */
function Empty({ onClose, onSave }: { onClose: () => void; onSave: () => void }) {
  const t = useText();
  return (
    <>
      <div className={css.empty}>
        <p>
          <b>{t('mine.empty.title')}</b>
        </p>
        <p>{t('mine.empty.text')}</p>
        <p>{t('mine.empty.never')}</p>
      </div>
      <DialogFoot>
        <Button kind="quiet" onPress={onClose}>
          {t('close')}
        </Button>
        <Button kind="main" onPress={onSave} autoFocus>
          {t('mine.save')}
        </Button>
      </DialogFoot>
    </>
  );
}

/** The protocols, each with its sentence to read aloud. Arrows choose; Enter does what the main button does. */
function Choice({ all, onApply }: { all: readonly [Mine, ...Mine[]]; onApply: (mine: Mine) => string | undefined }) {
  const t = useText();
  const { packText } = useConsult();
  const [id, setId] = useState(all[0].saved.id);
  const [problem, setProblem] = useState<string>();
  const main = useRef<HTMLButtonElement>(null);
  const chosen = all.find(({ saved }) => saved.id === id) ?? all[0];
  const apply = () => setProblem(onApply(chosen));
  return (
    <>
      <ListBox
        className={css.list ?? ''}
        aria-label={t('mine.list')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen.saved.id]}
        onSelectionChange={(keys) => {
          setProblem(undefined);
          for (const key of keys === 'all' ? [] : keys) setId(String(key));
        }}
        onAction={() => (chosen.stale ? main.current?.focus() : apply())}
        autoFocus="first"
      >
        {all.map(({ saved, part }) => (
          <ListBoxItem key={saved.id} id={saved.id} textValue={saved.name} className={css.item ?? ''}>
            <Text slot="label" className={css.name ?? ''}>
              {saved.name}
            </Text>
            <Text slot="description" className={css.sentence ?? ''}>
              <RichText text={readBackWords(part, packText('medicine'), t) || t('mine.readNothing')} />
            </Text>
          </ListBoxItem>
        ))}
      </ListBox>
      <Manage key={chosen.saved.id} saved={chosen.saved} />
      {chosen.stale ? <TopicChanged mine={chosen} /> : null}
      <section className={css.changes} aria-labelledby="mine-changes" aria-live="polite">
        <h3 id="mine-changes">{t('mine.changes', { name: chosen.saved.name })}</h3>
        <Changes changes={chosen.changes} />
      </section>
      {problem ? (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <DialogFoot>
        {chosen.stale ? (
          <ReapproveButton mine={chosen} ref={main} />
        ) : (
          <Button kind="main" ref={main} onPress={apply} unavailable={chosen.changes.length === 0}>
            {t('mine.go')}
            <Kbd keys="Enter" />
          </Button>
        )}
      </DialogFoot>
    </>
  );
}

/** Chooses one of the doctor's own protocols, shows what it changes for her, and applies all of it in one action. */
export function ApplyDialog({ onClose, onSave }: { onClose: () => void; onSave: () => void }) {
  const t = useText();
  const { keeper, showApplied } = useConsult();
  const { all, error } = useMine();
  function apply({ saved, part, changes }: Mine): string | undefined {
    if (changes.length === 0) return undefined;
    const problem = keeper.setAll(changes.map(({ id, after }) => ({ key: `program.${id}`, value: after })));
    if (problem !== undefined) return problem;
    showApplied({ name: saved.name, part, changes });
    announce(t('mine.applied', { name: saved.name }));
    onClose();
    return undefined;
  }
  const [first, ...others] = all ?? [];
  return (
    <Dialog title={t('mine.title')} open onClose={onClose} wide>
      {error ? <Failure error={error} /> : null}
      {!all && !error ? <Waiting rows={3} /> : null}
      {all && !first ? <Empty onClose={onClose} onSave={onSave} /> : null}
      {first ? <Choice all={[first, ...others]} onApply={apply} /> : null}
    </Dialog>
  );
}
