import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserRow } from '#core/contract/users.ts';
import { useApi } from '../../../client/api.ts';
import { errorCode } from '../../../client/errors.ts';
import { useText } from '../../../text/useText.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { useChecked } from '../../checked.ts';
import css from '../../Form.module.css';
import { DialogForm } from './DialogForm.tsx';
import { PersonFields } from './PersonFields.tsx';
import { changedPersonSchema, personDraftOf, personOf } from './personDraft.ts';
import { useSent } from './useSent.ts';

export interface ChangePersonProps {
  person: UserRow;
  lastAdministrator: boolean;
  onClose: () => void;
}

/** Name and roles of a person, to be changed. */
export function ChangePerson({ person, lastAdministrator, onClose }: ChangePersonProps) {
  const t = useText();
  const { orpc } = useApi();
  const [draft, setDraft] = useState(() => personDraftOf(person));
  const { form, problems, check } = useChecked(changedPersonSchema, personOf(draft));
  const sent = useSent(onClose);
  const save = useMutation(orpc.users.save.mutationOptions({ onSuccess: ({ name }) => sent(t('people.saved', { name })) }));
  const changedElsewhere = errorCode(save.error) === 'CHANGED_ELSEWHERE';
  return (
    <DialogForm
      form={form}
      onSubmit={() => {
        const input = check();
        if (input) save.mutate({ id: person.id, ...input, rev: person.rev });
      }}
      onClose={onClose}
      go={t('staff.save')}
      pending={save.isPending}
      error={changedElsewhere ? null : save.error}
    >
      <p>{t('staff.rolesHold')}</p>
      <div className={css.fields}>
        <PersonFields
          draft={draft}
          onChange={(next) => {
            setDraft(next);
            if (save.error) save.reset();
          }}
          problems={problems}
          lastAdministrator={lastAdministrator}
        />
      </div>
      {changedElsewhere ? (
        <div className={css.problem}>
          <Banner kind="bad" alert>
            <p>{t('staff.changedElsewhere')}</p>
          </Banner>
        </div>
      ) : null}
    </DialogForm>
  );
}
