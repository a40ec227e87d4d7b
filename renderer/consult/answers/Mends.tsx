import { useRef } from 'react';
import { ButtonContext } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { type Mend, mendsOf } from '#core/domain/mends.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { focusField } from '../place/focus.ts';
import { useConsult } from './ConsultContext.ts';
import { fieldKey } from './conflicts.ts';
import css from './mends.module.css';
import { useMayChange } from './useMayChange.ts';

function mendWords({ id, date, changes }: Mend, t: Translate): string {
  const day = date === undefined ? '' : dateText(date, { weekday: true });
  switch (id) {
    case 'moveTo':
      return t('mend.moveTo', { date: day });
    case 'beginToday':
      return t('mend.beginToday', { date: day });
    case 'remove':
      return changes[0]?.key === 'program.tests' ? t('mend.remove.test') : t('mend.remove.visit');
    default:
      return t(`mend.${id}`);
  }
}

/** Does what changes the answers and puts the cursor into the field `key` again: the button that was pressed may be gone. */
export function mendAt(button: Element | null, key: string, change: () => void): void {
  const main = button?.closest('main') ?? document;
  flushSync(change);
  focusField(main, key);
}

/** The ways out of what is in conflict at the field of an answer, as buttons; nothing while all is well. */
export function Mends({ at }: { at: string }) {
  const t = useText();
  const { evaluation, pack, answers, today, keeper } = useConsult();
  const mayChange = useMayChange();
  const group = useRef<HTMLSpanElement>(null);
  const conflict = evaluation.conflicts.find(({ field }) => fieldKey(field) === at);
  const mends = conflict ? mendsOf(conflict, { pack, answers, today }) : [];
  const allowed = mends.filter(({ changes }) => changes.every(({ key }) => mayChange(key)));
  if (allowed.length === 0) return null;
  return (
    // The control around it has a button of its own: these are none of it.
    <ButtonContext value={null}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand inside of a field */}
      <span className={css.mends} role="group" aria-label={t('mend.group')} ref={group}>
        {allowed.map((mend) => (
          <Button key={`${mend.id} ${mend.date ?? ''}`} small onPress={() => mendAt(group.current, at, () => keeper.setAll(mend.changes))}>
            {mendWords(mend, t)}
          </Button>
        ))}
      </span>
    </ButtonContext>
  );
}
