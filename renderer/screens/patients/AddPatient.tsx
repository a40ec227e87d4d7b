import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { fieldIssues } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import { PatientFields, useToldToday } from './PatientFields.tsx';
import { addPatientSchema, newDraft, type PatientDraft, patientOf } from './patientDraft.ts';
import { SimilarPatients } from './SimilarPatients.tsx';

/** Adds a patient: name and age are enough. It warns of patients who may be the same person. */
export function AddPatient({ typed, onClose }: { typed: string; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { today } = useStatus();
  const ageHint = useToldToday();
  const [draft, setDraft] = useState(() => newDraft(typed));
  const { form: formRef, problems, check } = useChecked(addPatientSchema(today), patientOf(draft, today));
  const add = useMutation(
    orpc.patients.add.mutationOptions({
      onSuccess: async ({ id }) => {
        announce(t('add.added'));
        void queries.invalidateQueries({ queryKey: orpc.patients.key() });
        onClose();
        await navigate({ to: '/patients/$patientId', params: { patientId: id } });
      },
    }),
  );
  const refused = Object.fromEntries(fieldIssues(add.error).map(({ path, message }) => [path, message]));
  return (
    <Dialog title={t('patients.add')} open onClose={onClose} wide>
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const patient = check();
          if (patient && !add.isPending) add.mutate(patient);
        }}
      >
        <PatientFields
          draft={draft}
          onChange={(change: Partial<PatientDraft>) => {
            if (add.error) add.reset();
            setDraft((before) => ({ ...before, ...change }));
          }}
          problems={{ ...refused, ...problems }}
          ageHint={ageHint}
          recordHint={t('person.recordHint')}
        >
          <SimilarPatients
            entered={{ name: draft.name, recordNumber: draft.recordNumber, phone: draft.phone, relative: draft.relative }}
            onOpen={onClose}
          />
        </PatientFields>
        {add.error ? (
          <div className={form.problem}>
            <Failure error={add.error} />
          </div>
        ) : null}
        <FormFoot onCancel={onClose} pending={add.isPending}>
          {t('add.go')}
        </FormFoot>
      </form>
    </Dialog>
  );
}
