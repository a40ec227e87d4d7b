import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { applyProtocol } from '#core/domain/savedProtocol.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useCommands } from '../../commands/useCommands.ts';
import { useHasRole } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { same } from '../answers/maps.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import css from './mine.module.css';
import { SaveDialog } from './SaveDialog.tsx';

/** That a saved protocol was applied, and the way back: it gives back what stood there, unless it was changed since. */
function Applied() {
  const t = useText();
  const { applied, showApplied, answers, keeper, state } = useConsult();
  if (!applied) return null;
  const { name, part, changes } = applied;
  const standing = changes.filter(({ id, after }) => same(state.values.get(`program.${id}`) ?? null, after));
  if (standing.length === 0) return null;
  const changed = applyProtocol(answers.program, part).length > 0;
  function undo() {
    keeper.setAll(standing.map(({ id, before }) => ({ key: `program.${id}`, value: before })));
    showApplied(null);
    announce(t('mine.undone', { name }));
  }
  return (
    <p className={css.applied}>
      <StatusIcon kind="ok" />
      <span>{t(changed ? 'mine.appliedChanged' : 'mine.applied', { name })}</span>
      <Button kind="quiet" small onPress={undo} label={t('mine.undoWhat', { name })}>
        {t('mine.undo')}
      </Button>
    </p>
  );
}

function OfDoctor() {
  const t = useText();
  const [open, setOpen] = useState<'apply' | 'save' | null>(null);
  useCommands([
    { id: 'protocol.apply', title: t('mine.apply'), run: () => setOpen('apply') },
    { id: 'protocol.save', title: t('mine.save'), run: () => setOpen('save') },
  ]);
  const close = () => setOpen(null);
  return (
    <div className={css.bar}>
      <Button kind="main" onPress={() => setOpen('apply')}>
        <BookOpen />
        {t('mine.apply')}
        <CommandKey id="protocol.apply" />
      </Button>
      <Button kind="quiet" onPress={() => setOpen('save')}>
        {t('mine.save')}
      </Button>
      <Applied />
      {open === 'apply' ? <ApplyDialog onClose={close} onSave={() => setOpen('save')} /> : null}
      {open === 'save' ? <SaveDialog onClose={close} /> : null}
    </div>
  );
}

/** A doctor's own protocols on the page of the protocol. Nothing of them is filled in without the doctor's own action. */
export function MyProtocols() {
  return useHasRole('doctor') ? <OfDoctor /> : null;
}
