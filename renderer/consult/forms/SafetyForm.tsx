import { useState } from 'react';
import { type MedicineHit, matchMedicines } from '#core/domain/medicines.ts';
import { sexWord, sexWordMessage } from '#core/domain/sexWords.ts';
import { whyNotPrintable } from '#core/domain/text.ts';
import { useText } from '../../text/useText.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { PASSED } from '../place/focus.ts';
import css from './forms.module.css';
import { MedicineHits } from './MedicineHits.tsx';
import { RowFrame } from './RowFrame.tsx';
import { type Rows, useRows } from './useRows.ts';

/** The longest name in a list, in characters. */
const NAME_MAX = 60;

type ListId = 'allergies' | 'medicines';
interface Named {
  name: string;
}

interface NameRowProps {
  id: ListId;
  list: Rows<Named>;
  index: number;
  /** The cursor begins here. */
  start: boolean;
  onLeave: () => void;
}

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

/** One name, and what the pack's list says of it. */
function NameRow({ id, list, index, start, onLeave }: NameRowProps) {
  const t = useText();
  const hitsOf = useHits(id);
  const typed = list.rows[index]?.name ?? '';
  const isNew = index >= list.count;
  const name = typed.trim();
  const label = isNew ? t(`safety.add.${id}`) : t(`safety.name.${id}`, { number: index + 1 });
  return (
    <RowFrame
      name={`program.${id}.${index}`}
      label={label}
      className={css.nameRow}
      labelled={isNew}
      onLeave={onLeave}
      remove={isNew ? undefined : { label: t('safety.remove', { name }), run: () => list.remove(index) }}
    >
      <TextField
        label={label}
        labelHidden={!isNew}
        value={typed}
        onChange={(next) => list.change(index, { name: next }, true)}
        onDone={onLeave}
        maxLength={NAME_MAX}
        error={typed ? whyNotAdd(typed) : isNew ? undefined : t('safety.needsName')}
        hint={isNew ? t('safety.hint') : undefined}
        autoFocus={start}
      />
      {name ? (
        <div className={css.rowMore} {...{ [PASSED]: '' }}>
          <MedicineHits list={id} name={name} hits={hitsOf(name)} onRename={(to) => list.change(index, { name: to })} />
        </div>
      ) : null}
    </RowFrame>
  );
}

/** A list that was asked for: none, or these names. "None" counts as an answer; an empty list doesn't. */
function NameList({ id }: { id: ListId }) {
  const t = useText();
  const answer = useProgramAnswer(id);
  const [adding, setAdding] = useState(false);
  const shown = answer.shown as typeof answer.value;
  const names = shown?.known === 'some' ? shown.names : [];
  const choice = shown?.known ?? (adding ? 'some' : null);
  const list = useRows<Named>({
    items: names.map((name) => ({ name })),
    isWhole: ({ name }) => (name ?? '').trim() !== '',
    store: (items, typing) => {
      setAdding(true);
      answer.set(items.length > 0 ? { known: 'some', names: items.map(({ name }) => name ?? '') } : null, typing);
    },
  });
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
        error={names.length > 0 ? undefined : answer.error}
      />
      {id === 'medicines' ? <p className={css.also}>{t('safety.also')}</p> : null}
      {choice === null ? <p>{t('safety.notAsked')}</p> : null}
      {choice === 'some' ? (
        <ol className={css.rows}>
          {list.rows.map((_, index) => (
            <NameRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place, so that the cursor stays in it
              key={index}
              id={id}
              list={list}
              index={index}
              start={adding && names.length === 0}
              onLeave={answer.done}
            />
          ))}
        </ol>
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
