import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ClinicSettings, clinicSettingsSchema } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { errorCode } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Status } from '../../ui/Status.tsx';
import { ClinicFields } from '../ClinicFields.tsx';
import { useChecked } from '../checked.ts';
import { clinicOf, draftOf } from '../clinicDraft.ts';
import css from '../Form.module.css';

/** The clinic's settings, to be changed and saved. */
export function ClinicForm({ settings }: { settings: ClinicSettings }) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [clinic, setClinic] = useState(() => draftOf(settings.clinic));
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const { form, problems, check } = useChecked(clinicSettingsSchema, { clinic: clinicOf(clinic), timeZone, rev: settings.rev });
  const fresh = () => queries.invalidateQueries({ queryKey: orpc.clinic.key() });
  const save = useMutation(
    orpc.clinic.save.mutationOptions({
      onSuccess: async () => {
        announce(t('settings.saved'));
        await Promise.all([fresh(), queries.invalidateQueries({ queryKey: orpc.app.status.key() })]);
      },
    }),
  );
  const changedElsewhere = errorCode(save.error) === 'CHANGED_ELSEWHERE';
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !save.isPending) save.mutate(input);
      }}
    >
      <section className={css.card} aria-labelledby="settings-clinic">
        <h2 id="settings-clinic">{t('setUp.clinic')}</h2>
        <p>{t('settings.clinicText')}</p>
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
        {changedElsewhere ? (
          <div className={css.problem}>
            <Banner kind="bad" alert actions={<Button onPress={() => void fresh()}>{t('settings.loadTheirs')}</Button>}>
              <p>{t('settings.changedElsewhere')}</p>
            </Banner>
          </div>
        ) : null}
        {save.error && !changedElsewhere ? (
          <div className={css.problem}>
            <Failure error={save.error} />
          </div>
        ) : null}
        <div className={css.actions}>
          <Button kind="main" type="submit" pending={save.isPending}>
            {t('settings.save')}
          </Button>
          {save.isSuccess ? (
            <Status kind="ok" large>
              {t('settings.saved')}
            </Status>
          ) : null}
        </div>
      </section>
    </form>
  );
}
