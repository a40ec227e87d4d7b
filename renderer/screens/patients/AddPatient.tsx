import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { useStatus } from '../../frame/session.ts';
import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useChecked } from '../checked.ts';
import form from '../Form.module.css';
import css from './Patients.module.css';
import { addPatientSchema, type PatientDraft, patientOf } from './patientDraft.ts';
import { SimilarPatients } from './SimilarPatients.tsx';

/** What was typed into the search: digits are a number, everything else is a name. */
function draftFrom(typed: string): PatientDraft {
  const number = /\d/.test(typed);
  return {
    name: number ? '' : typed,
    recordNumber: number ? typed : '',
    ageKind: 'told',
    years: null,
    bornOn: null,
    phone: '',
    relative: '',
  };
}

/** Adds a patient: name, record number and age are enough. It warns of patients whose name is nearly the same. */
export function AddPatient({ typed, onClose }: { typed: string; onClose: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { today } = useStatus();
  const [draft, setDraft] = useState(() => draftFrom(typed));
  const set = (change: Partial<PatientDraft>) => setDraft({ ...draft, ...change });
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
        <div className={css.fields}>
          <TextField
            label={t('add.name')}
            hint={t('add.nameHint')}
            value={draft.name}
            onChange={(name) => set({ name })}
            error={problems.name}
            maxLength={60}
            required
            autoFocus
          />
          <TextField
            label={t('add.record')}
            hint={t('add.recordHint')}
            value={draft.recordNumber}
            onChange={(recordNumber) => set({ recordNumber })}
            error={problems.recordNumber}
            maxLength={20}
            required
          />
          <div className={css.whole}>
            <SimilarPatients name={draft.name} recordNumber={draft.recordNumber} onOpen={onClose} />
          </div>
          <div className={css.whole}>
            <div className={css.age}>
              <RadioGroup
                label={t('add.ageKind')}
                choices={[
                  { value: 'told', label: t('add.told') },
                  { value: 'born', label: t('add.born') },
                ]}
                value={draft.ageKind}
                onChange={(ageKind) => set({ ageKind })}
              />
              {draft.ageKind === 'told' ? (
                <NumberField
                  label={t('add.years')}
                  hint={t('add.toldOn', { date: dateText(today) })}
                  value={draft.years}
                  onChange={(years) => set({ years })}
                  max={99}
                  unit={t('add.yearsUnit')}
                  error={problems['age.years'] ? t('add.yearsWrong') : undefined}
                />
              ) : (
                <DateField
                  label={t('add.born')}
                  value={draft.bornOn}
                  onChange={(bornOn) => set({ bornOn })}
                  max={today}
                  error={problems['age.bornOn'] ? (draft.bornOn ? problems['age.bornOn'] : t('add.bornMissing')) : undefined}
                />
              )}
            </div>
          </div>
          <TextField
            label={t('add.phone')}
            type="tel"
            optional
            value={draft.phone}
            onChange={(phone) => set({ phone })}
            error={problems.phone}
            maxLength={20}
          />
          <TextField
            label={t('add.relative')}
            hint={t('add.relativeHint')}
            optional
            value={draft.relative}
            onChange={(relative) => set({ relative })}
            error={problems.relative}
            maxLength={60}
          />
        </div>
        {add.error ? (
          <div className={form.problem}>
            <Failure error={add.error} />
          </div>
        ) : null}
        <DialogFoot>
          <Button kind="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" type="submit" pending={add.isPending}>
            {t('add.go')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
