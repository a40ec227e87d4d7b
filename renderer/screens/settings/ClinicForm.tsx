import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ClinicSettings, clinicSettingsSchema } from '#core/contract/shapes.ts';
import { useApi } from '../../client/api.ts';
import { errorCode } from '../../client/errors.ts';
import { useText } from '../../text/useText.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ClinicFields } from '../ClinicFields.tsx';
import { useChecked } from '../checked.ts';
import { clinicOf, draftOf } from '../clinicDraft.ts';
import css from '../Form.module.css';
import { SaveFoot } from '../SaveFoot.tsx';
import { type ProgramDraft, ProgramFields } from './ProgramFields.tsx';

export interface ClinicFormProps {
  settings: ClinicSettings;
  /** Throws away what is typed and starts from what is saved now. */
  onStartAgain: () => void;
}

/** The clinic's settings, to be changed and saved. What is typed stays when somebody else saves. */
export function ClinicForm({ settings, onStartAgain }: ClinicFormProps) {
  const t = useText();
  const { orpc } = useApi();
  const queries = useQueryClient();
  const [clinic, setClinic] = useState(() => draftOf(settings.clinic));
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [program, setProgram] = useState<ProgramDraft>(settings.program);
  const [rev, setRev] = useState(settings.rev);
  const { form, problems, check } = useChecked(clinicSettingsSchema, {
    clinic: clinicOf(clinic),
    timeZone,
    program,
    rev,
  });
  const save = useMutation(
    orpc.clinic.save.mutationOptions({
      onSuccess: async (saved) => {
        setRev(saved.rev);
        announce(t('settings.saved'));
        queries.setQueryData(orpc.clinic.read.queryKey(), saved);
        await queries.invalidateQueries({ queryKey: orpc.app.status.key() });
      },
    }),
  );
  return (
    <form
      ref={form}
      noValidate
      onInput={() => {
        if (save.isSuccess) save.reset();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const input = check();
        if (input && !save.isPending) save.mutate(input);
      }}
    >
      <section className={css.card} aria-labelledby="settings-clinic">
        <h2 id="settings-clinic">{t('settings.onPaper')}</h2>
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
      </section>
      <section className={css.card} aria-labelledby="settings-program">
        <h2 id="settings-program">{t('program.title')}</h2>
        <p>{t('program.text')}</p>
        <div className={css.fields}>
          <ProgramFields
            draft={program}
            onChange={(next) => {
              setProgram(next);
              if (save.isSuccess) save.reset();
            }}
            problems={problems}
          />
        </div>
      </section>
      <SaveFoot
        save={save}
        clash={
          errorCode(save.error) === 'CHANGED_ELSEWHERE' ? (
            <Banner kind="bad" alert actions={<Button onPress={onStartAgain}>{t('settings.loadTheirs')}</Button>}>
              <p>{t('settings.changedElsewhere')}</p>
            </Banner>
          ) : null
        }
      />
    </form>
  );
}
