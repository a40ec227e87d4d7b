import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errors } from '#core/contract/errors.ts';
import { type NewPatient, type Patient, patientSchema } from '#core/contract/patientShapes.ts';
import { useApi } from '../../client/api.ts';
import { errorDataOf, fieldIssues } from '../../client/errors.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import { PatientFields, useToldToday } from '../patients/PatientFields.tsx';
import { changePatientSchema, draftOfPatient, type PatientDraft, patientOf } from '../patients/patientDraft.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { fieldsOf } from './changedPatient.ts';

/** Her details as somebody else has saved them in the meantime. */
function theirsOf(error: unknown): Patient | undefined {
  const data = errors.CHANGED_ELSEWHERE.data.safeParse(errorDataOf(error, 'CHANGED_ELSEWHERE'));
  const theirs = patientSchema.safeParse(data.data?.theirs);
  return theirs.success ? theirs.data : undefined;
}

/** Changes a patient's details. When somebody else saved in between, both are shown and one is chosen. */
export function ChangePatient({ patient, onClose }: { patient: Patient; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const { today } = useStatus();
  const toldToday = useToldToday();
  const [before, setBefore] = useState(patient);
  const [draft, setDraft] = useState(() => draftOfPatient(patient));
  const { form: formRef, problems, check } = useChecked(changePatientSchema(today), patientOf(draft, today, before.age));
  const save = useMutation(
    orpc.patients.save.mutationOptions({
      onSuccess: async () => {
        announce(t('person.saved'));
        onClose();
        await queries.invalidateQueries({ queryKey: orpc.patients.key() });
        await queries.invalidateQueries({ queryKey: orpc.consultations.key() });
      },
    }),
  );
  const theirs = theirsOf(save.error);
  const send = (details: NewPatient, rev: number) => {
    if (!save.isPending) save.mutate({ ...details, id: patient.id, rev });
  };
  function goOnWith(now: Patient) {
    setBefore(now);
    setDraft(draftOfPatient(now));
    save.reset();
  }
  const refused = Object.fromEntries(fieldIssues(save.error).map(({ path, message }) => [path, message]));
  const { age } = before;
  const ageHint = age.kind === 'told' ? t('person.agePreviously', { years: age.years, date: dateText(age.toldOn) }) : toldToday;
  return (
    <Dialog title={t('person.changeTitle')} open onClose={onClose} wide>
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const details = check();
          if (details) send(details, before.rev);
        }}
      >
        {theirs && save.variables ? (
          <ChangedElsewhere
            before={fieldsOf(before)}
            mine={fieldsOf(save.variables)}
            theirs={fieldsOf(theirs)}
            onMine={(details) => send(details, theirs.rev)}
            onTheirs={() => goOnWith(theirs)}
            pending={save.isPending}
          />
        ) : (
          <>
            <PatientFields
              draft={draft}
              onChange={(change: Partial<PatientDraft>) => {
                if (save.error) save.reset();
                setDraft((known) => ({ ...known, ...change }));
              }}
              problems={{ ...refused, ...problems }}
              ageHint={ageHint}
              open
            />
            <p className={form.problem}>{t('person.changeNote')}</p>
            {save.error ? (
              <div className={form.problem}>
                <Failure error={save.error} />
              </div>
            ) : null}
            <FormFoot onCancel={onClose} pending={save.isPending}>
              {t('person.save')}
            </FormFoot>
          </>
        )}
      </form>
    </Dialog>
  );
}
