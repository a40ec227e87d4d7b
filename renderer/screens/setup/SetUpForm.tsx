import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../client/api.ts';
import { useKeyToKeep } from '../../frame/keyToKeep.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useChangeOfPerson } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ClinicFields, zoneHere } from '../ClinicFields.tsx';
import { useChecked } from '../checked.ts';
import { clinicOf, EMPTY_CLINIC } from '../clinicDraft.ts';
import css from '../Form.module.css';
import { PasswordField } from '../PasswordField.tsx';
import { setUpSchema } from './setUpSchema.ts';

/** The form of a new clinic: what stands on paper, its first doctor, her password. */
export function SetUpForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const { orpc } = useApi();
  const changed = useChangeOfPerson();
  const keep = useKeyToKeep();
  const [clinic, setClinic] = useState(EMPTY_CLINIC);
  const [timeZone, setTimeZone] = useState(zoneHere);
  const [doctor, setDoctor] = useState({ name: '', registration: '' });
  const [password, setPassword] = useState('');
  const { form, problems, check } = useChecked(setUpSchema, { clinic: clinicOf(clinic), timeZone, doctor, password });
  const setUp = useMutation(
    orpc.app.setUp.mutationOptions({
      onSuccess: async ({ recoveryKey, user }) => {
        keep({ recoveryKey, userId: user.id, place: 'setUp' });
        await changed();
      },
    }),
  );
  function make() {
    const input = check();
    if (input && !setUp.isPending) setUp.mutate(input);
  }
  return (
    <Screen title={t('setUp.title')} lead={t('setUp.lead')} narrow>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <section className={css.card} aria-labelledby="set-up-clinic">
          <h2 id="set-up-clinic">{t('setUp.clinic')}</h2>
          <p>{t('setUp.clinicText')}</p>
          <div className={css.fields}>
            <ClinicFields
              draft={clinic}
              onChange={setClinic}
              timeZone={timeZone}
              onTimeZone={setTimeZone}
              problems={problems}
              prefix="clinic"
            />
          </div>
        </section>
        <section className={css.card} aria-labelledby="set-up-doctor">
          <h2 id="set-up-doctor">{t('setUp.doctor')}</h2>
          <p>{t('setUp.doctorText')}</p>
          <div className={css.fields}>
            <TextField
              label={t('setUp.doctorName')}
              hint={t('setUp.doctorNameHint')}
              value={doctor.name}
              onChange={(name) => setDoctor({ ...doctor, name })}
              error={problems['doctor.name']}
              maxLength={50}
              required
            />
            <TextField
              label={t('setUp.registration')}
              value={doctor.registration}
              onChange={(registration) => setDoctor({ ...doctor, registration })}
              error={problems['doctor.registration']}
              maxLength={40}
              required
            />
            <PasswordField label={t('setUp.password')} value={password} onChange={setPassword} error={problems.password} />
          </div>
        </section>
        {setUp.error ? (
          <div className={css.problem}>
            <Failure error={setUp.error} />
          </div>
        ) : null}
        <div className={css.actions}>
          <Button kind="main" type="submit" pending={setUp.isPending}>
            {t('setUp.go')}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            {t('back')}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
