import { phoneOfSchema, relationSchema } from '#core/contract/patientShapes.ts';
import { useText } from '../../text/useText.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NamedPeople } from './NamedPeople.tsx';
import css from './Patients.module.css';
import type { DraftFieldsProps } from './patientDraft.ts';

/** What isn't asked of everybody: how her age is known, whose phone it is, her relative, her village, whom she names. */
export function MoreFields({ id, draft, onChange, problems }: DraftFieldsProps & { id: string }) {
  const t = useText();
  const phone = draft.phone.trim() !== '';
  return (
    <div id={id} className={css.moreFields}>
      <div className={css.whole}>
        <RadioGroup
          label={t('add.ageKind')}
          choices={[
            { value: 'told', label: t('add.told') },
            { value: 'born', label: t('add.born') },
          ]}
          value={draft.ageKind}
          onChange={(ageKind) => onChange({ ageKind })}
        />
      </div>
      {phone ? (
        <>
          <Select
            label={t('person.phoneOf')}
            optional
            choices={phoneOfSchema.options.map((value) => ({ value, label: t(`phoneOf.${value}`) }))}
            value={draft.phoneOf}
            onChange={(phoneOf) => onChange({ phoneOf })}
          />
          {draft.phoneOf && draft.phoneOf !== 'hers' ? (
            <TextField
              label={t('person.phoneName')}
              hint={t('person.phoneNameHint')}
              optional
              value={draft.phoneName}
              onChange={(phoneName) => onChange({ phoneName })}
              error={problems.phoneName}
              maxLength={60}
            />
          ) : (
            <span />
          )}
        </>
      ) : null}
      <TextField
        label={t('person.relative')}
        optional
        value={draft.relative}
        onChange={(relative) => onChange({ relative })}
        error={problems.relative}
        maxLength={60}
      />
      <Select
        label={t('person.relativeIs')}
        optional
        choices={relationSchema.options.map((value) => ({ value, label: t(`relation.${value}`) }))}
        value={draft.relativeIs}
        onChange={(relativeIs) => onChange({ relativeIs })}
      />
      <TextField
        label={t('person.village')}
        hint={t('person.villageHint')}
        optional
        value={draft.village}
        onChange={(village) => onChange({ village })}
        error={problems.village}
        maxLength={60}
      />
      <NamedPeople named={draft.named} onChange={(named) => onChange({ named })} problems={problems} />
    </div>
  );
}
