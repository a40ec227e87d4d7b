import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { type MedicineHit, matchMedicines } from '#core/domain/medicines.ts';
import { sexWord, sexWordMessage } from '#core/domain/sexWords.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import css from './forms.module.css';
import { MedicineHits } from './MedicineHits.tsx';

/** The longest name in a list, in characters. */
const NAME_MAX = 60;

type ListId = 'allergies' | 'medicines';

/** What the pack's list says of a name: allergies are looked up among allergies, everything else among what she takes. */
function useHits(list: ListId): (name: string) => MedicineHit[] {
  const { pack, language } = useConsult();
  return (name) => matchMedicines(pack, [name], language).filter(({ about }) => (about === 'allergy') === (list === 'allergies'));
}

/** Why a name can't stand in the list, said while it is typed: signs that don't print, words that may not (J6). */
function whyNotAdd(typed: string): string | undefined {
  const word = sexWord(typed);
  return whyNotPrintable(typed) ?? (word === undefined ? undefined : sexWordMessage(word));
}

/** A list that was asked for: none, or these names. "None" counts as an answer; an empty list doesn't. */
function NameList({ id }: { id: ListId }) {
  const t = useText();
  const answer = useProgramAnswer(id);
  const hitsOf = useHits(id);
  const [adding, setAdding] = useState(false);
  const [typed, setTyped] = useState('');
  const names = answer.value?.known === 'some' ? answer.value.names : [];
  const choice = answer.value?.known ?? (adding ? 'some' : null);
  const name = typed.trim();
  const error = typed ? whyNotAdd(typed) : undefined;
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
  function rename(from: string, to: string) {
    const others = names.filter((each) => each !== to || each === from);
    answer.set({ known: 'some', names: others.map((each) => (each === from ? to : each)) });
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
      {id === 'medicines' ? <p className={css.also}>{t('safety.also')}</p> : null}
      {choice === null ? <p>{t('safety.notAsked')}</p> : null}
      {choice === 'some' ? (
        <>
          {names.length > 0 ? (
            <ul className={css.names}>
              {names.map((each) => (
                <li key={each}>
                  <span className={css.name}>
                    {each}
                    <Button kind="quiet" small icon label={t('safety.remove', { name: each })} onPress={() => remove(each)}>
                      <X />
                    </Button>
                  </span>
                  <MedicineHits list={id} name={each} hits={hitsOf(each)} onRename={(to) => rename(each, to)} />
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
