import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { whyNotPrintable } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';

/** The longest name in a list, in characters. */
const NAME_MAX = 60;

/** A list that was asked for: none, or these names. "None" counts as an answer; an empty list doesn't. */
function NameList({ id }: { id: 'allergies' | 'medicines' }) {
  const t = useText();
  const answer = useProgramAnswer(id);
  const [adding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const names = answer.value?.known === 'some' ? answer.value.names : [];
  const choice = answer.value?.known ?? (adding ? 'some' : null);
  const name = typed.trim();
  const error = typed ? whyNotPrintable(typed) : undefined;
  function add() {
    if (!name || error || name.length > NAME_MAX) return;
    if (!names.includes(name)) answer.set({ known: 'some', names: [...names, name] });
    setTyped('');
  }
  function remove(gone: string) {
    const rest = names.filter((each) => each !== gone);
    setAdding(true);
    answer.set(rest.length > 0 ? { known: 'some', names: rest } : null);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !name) return;
    event.preventDefault();
    event.stopPropagation();
    add();
  }
  return (
    <FieldPlace name={answer.key} open={answer.value === undefined} className={css.card}>
      <RadioGroup
        label={t(`safety.${id}`)}
        choices={[
          { value: 'none', label: t('safety.none') },
          { value: 'some', label: t('safety.some') },
        ]}
        value={choice}
        onChange={(next) => {
          setAdding(next === 'some');
          if (next === 'none') answer.set({ known: 'none' });
          else if (names.length === 0) answer.set(null);
        }}
        error={answer.error}
      />
      {choice === null ? <p>{t('safety.notAsked')}</p> : null}
      {choice === 'some' ? (
        <>
          {names.length > 0 ? (
            <ul className={css.names}>
              {names.map((each) => (
                <li key={each} className={css.name}>
                  {each}
                  <Button kind="quiet" small icon label={t('safety.remove', { name: each })} onPress={() => remove(each)}>
                    <X />
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
          <div data-own-enter onKeyDownCapture={onKeyDown}>
            <TextField
              label={t(`safety.add.${id}`)}
              value={typed}
              onChange={setTyped}
              onDone={add}
              maxLength={NAME_MAX}
              error={error}
              hint={t('safety.hint')}
              autoFocus={adding && names.length === 0}
            />
          </div>
        </>
      ) : null}
    </FieldPlace>
  );
}

/** Allergies, and the medicines she takes. */
export function SafetyForm() {
  return (
    <div className={css.form}>
      <NameList id="allergies" />
      <NameList id="medicines" />
    </div>
  );
}
