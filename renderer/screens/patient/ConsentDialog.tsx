import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ConsentHow, type ConsentState, type Consents, newConsentSchema } from '#core/contract/rights.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import { useApi } from '../../client/api.ts';
import { useUser } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import css from './Rights.module.css';

export interface ConsentDialogProps {
  patientId: string;
  consents: Consents;
  /** In which the notice was last printed; she can say that it was another. */
  language: PaperLanguage;
  onClose: () => void;
}

/** Writes down what she said to the notice as it reads today. */
export function ConsentDialog({ patientId, consents, language: printedIn, onClose }: ConsentDialogProps) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const user = useUser();
  const [state, setState] = useState<ConsentState | null>(null);
  const [kind, setKind] = useState<ConsentHow['kind'] | null>(null);
  const [notice, setNotice] = useState(printedIn);
  const [language, setLanguage] = useState('');
  const [by, setBy] = useState(user?.name ?? '');
  const how = kind === 'readAloud' ? { kind, language, by } : { kind };
  const { form, problems, check } = useChecked(newConsentSchema, { patientId, state, how, language: notice });
  const record = useMutation(
    orpc.rights.recordConsent.mutationOptions({
      onSuccess: (after) => {
        queries.setQueryData(orpc.rights.consents.queryKey({ input: { patientId } }), after);
        announce(t('rights.dialog.saved'));
        onClose();
      },
    }),
  );
  const states: ConsentState[] = consents.rows[0]?.state === 'given' ? ['given', 'withdrawn'] : ['given', 'notGiven'];
  const ways: ConsentHow['kind'][] = state === 'given' ? ['signed', 'readAloud'] : ['said', 'signed', 'readAloud'];
  function choose(next: ConsentState) {
    setState(next);
    if (next === 'given' && kind === 'said') setKind(null);
  }
  return (
    <Dialog title={t('rights.dialog.title')} open onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const checked = check();
          if (checked && !record.isPending) record.mutate(checked);
        }}
      >
        <p>{t('rights.dialog.lead', { version: consents.notices.find((each) => each.language === notice)?.version ?? '' })}</p>
        <div className={css.fields}>
          <RadioGroup
            label={t('rights.dialog.state')}
            choices={states.map((value) => ({ value, label: t(`rights.dialog.${value}`) }))}
            value={state}
            onChange={choose}
            error={problems.state ? t('rights.dialog.missingState') : undefined}
            autoFocus
            column
          />
          <RadioGroup
            label={t('rights.language')}
            small
            choices={consents.notices.map((each) => ({ value: each.language, label: t(`language.${each.language}`) }))}
            value={notice}
            onChange={setNotice}
          />
          {state ? (
            <RadioGroup
              label={t('rights.dialog.how')}
              choices={ways.map((value) => ({ value, label: t(`rights.dialog.${value}`) }))}
              value={kind}
              onChange={setKind}
              error={problems['how.kind'] || problems.how ? t('rights.dialog.missingHow') : undefined}
              column
            />
          ) : null}
          {state && kind === 'readAloud' ? (
            <>
              <TextField
                label={t('rights.dialog.language')}
                value={language}
                onChange={setLanguage}
                error={problems['how.language']}
                maxLength={30}
                required
              />
              <TextField label={t('rights.dialog.readBy')} value={by} onChange={setBy} error={problems['how.by']} maxLength={50} required />
            </>
          ) : null}
        </div>
        {record.error ? <Failure error={record.error} /> : null}
        <FormFoot onCancel={onClose} pending={record.isPending}>
          {t('rights.dialog.save')}
        </FormFoot>
      </form>
    </Dialog>
  );
}
