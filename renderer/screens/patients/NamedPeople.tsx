import { Trash2, UserPlus } from 'lucide-react';
import { MOST_NAMED, relationSchema } from '#core/contract/patientShapes.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Patients.module.css';
import { type NamedDraft, NEW_NAMED } from './patientDraft.ts';

export interface NamedPeopleProps {
  named: readonly NamedDraft[];
  onChange: (named: readonly NamedDraft[]) => void;
  problems: Record<string, string>;
}

/** Whom she names besides herself, up to three, and what each may do. */
export function NamedPeople({ named, onChange, problems }: NamedPeopleProps) {
  const t = useText();
  const set = (index: number, change: Partial<NamedDraft>) =>
    onChange(named.map((person, at) => (at === index ? { ...person, ...change } : person)));
  return (
    <fieldset className={css.named}>
      <legend>{t('person.named')}</legend>
      <p className={css.folded}>{named.length === 0 ? t('person.namedNone') : t('person.namedText')}</p>
      {named.map((person, index) => {
        const number = index + 1;
        const problem = (field: string) => problems[`named.${index}.${field}`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a person has no other name while she is typed
          <fieldset key={index} className={css.namedPerson} aria-label={t('person.namedPerson', { number })}>
            <TextField
              label={t('person.namedName', { number })}
              value={person.name}
              onChange={(name) => set(index, { name })}
              error={problem('name')}
              maxLength={60}
              autoFocus={person === NEW_NAMED}
            />
            <Select
              label={t('person.namedRelation', { number })}
              choices={relationSchema.options.map((value) => ({ value, label: t(`relation.${value}`) }))}
              value={person.relation}
              onChange={(relation) => set(index, { relation })}
              error={problem('relation') ? t('person.relationMissing') : undefined}
            />
            <div className={css.may}>
              <Checkbox checked={person.mayCollect} onChange={(mayCollect) => set(index, { mayCollect })} invalid={!!problem('mayCollect')}>
                {t('person.mayCollect')}
              </Checkbox>
              <Checkbox
                checked={person.mayBeCalled}
                onChange={(mayBeCalled) => set(index, { mayBeCalled })}
                invalid={!!problem('mayCollect')}
              >
                {t('person.mayBeCalled')}
              </Checkbox>
              <Button
                kind="quiet"
                icon
                small
                label={t('person.namedRemove', { number })}
                onPress={() => onChange(named.filter((_, at) => at !== index))}
              >
                <Trash2 />
              </Button>
            </div>
            {problem('mayCollect') ? (
              <p className={css.wrong} role="alert">
                {t('person.namedWhat')}
              </p>
            ) : null}
          </fieldset>
        );
      })}
      {named.length < MOST_NAMED ? (
        <Button small onPress={() => onChange([...named, NEW_NAMED])}>
          <UserPlus />
          {t('person.namedAdd')}
        </Button>
      ) : null}
    </fieldset>
  );
}
