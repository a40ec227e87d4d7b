import { useId } from 'react';
import { type Role, roleSchema } from '#core/contract/shapes.ts';
import { useText } from '../../../text/useText.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Status } from '../../../ui/Status.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import form from '../../Form.module.css';
import css from './people.module.css';
import type { PersonDraft } from './personDraft.ts';

export interface PersonFieldsProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  /** By field of the contract. */
  problems: Record<string, string>;
  /** Stays an administrator: there is no other. */
  lastAdministrator: boolean;
}

/** Name, roles and, for a doctor, what stands on paper. */
export function PersonFields({ draft, onChange, problems, lastAdministrator }: PersonFieldsProps) {
  const t = useText();
  const rolesId = useId();
  const wrongRoles = problems.roles !== undefined;
  function toggle(role: Role, on: boolean) {
    const roles = on ? [...draft.roles, role] : draft.roles.filter((each) => each !== role);
    // The name on paper begins as the name in the program; it can be another.
    const named = role === 'doctor' && on && draft.doctor.name === '' ? { ...draft.doctor, name: draft.name } : draft.doctor;
    onChange({ ...draft, roles, doctor: named });
  }
  return (
    <>
      <TextField
        label={t('staff.name')}
        hint={t('staff.nameHint')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={problems.name}
        maxLength={50}
        required
        autoFocus
        className={form.whole ?? ''}
      />
      <fieldset className={form.whole} aria-describedby={`${rolesId}-hint`}>
        <legend className={css.legend}>{t('staff.roles')}</legend>
        <div className={css.roles}>
          {roleSchema.options.map((role) => {
            const kept = role === 'administrator' && lastAdministrator && draft.roles.includes(role);
            return (
              <Checkbox
                key={role}
                checked={draft.roles.includes(role)}
                onChange={(on) => toggle(role, on)}
                invalid={wrongRoles}
                readOnly={kept}
              >
                <b className={css.role}>{t(`role.${role}`)}</b>
                <small>{kept ? t('staff.lastAdministrator') : t(`staff.role.${role}`)}</small>
              </Checkbox>
            );
          })}
        </div>
        <p id={`${rolesId}-hint`} className={css.hint}>
          {wrongRoles ? (
            <Status kind="bad" large>
              {t('staff.rolesMissing')}
            </Status>
          ) : (
            t('staff.rolesHint')
          )}
        </p>
      </fieldset>
      {draft.roles.includes('doctor') ? (
        <>
          <TextField
            label={t('staff.doctorName')}
            value={draft.doctor.name}
            onChange={(name) => onChange({ ...draft, doctor: { ...draft.doctor, name } })}
            error={problems['doctor.name']}
            maxLength={50}
            required
          />
          <TextField
            label={t('staff.registration')}
            value={draft.doctor.registration}
            onChange={(registration) => onChange({ ...draft, doctor: { ...draft.doctor, registration } })}
            error={problems['doctor.registration']}
            maxLength={40}
            required
          />
        </>
      ) : null}
    </>
  );
}
