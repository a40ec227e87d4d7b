import { useText } from '../text/useText.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ClinicDraft } from './clinicDraft.ts';
import css from './Form.module.css';

/** Zones that the browser still lists under names their people no longer use. */
const RENAMED: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
};
const present = (zone: string) => RENAMED[zone] ?? zone;
const ZONES = Intl.supportedValuesOf('timeZone')
  .map(present)
  .sort()
  .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** The zone of this computer: what the form starts with. */
export function zoneHere(): string {
  return present(new Intl.DateTimeFormat('en').resolvedOptions().timeZone);
}

export interface ClinicFieldsProps {
  draft: ClinicDraft;
  onChange: (draft: ClinicDraft) => void;
  timeZone: string;
  onTimeZone: (timeZone: string) => void;
  /** By field of the contract's clinic, with `prefix` in front. */
  problems: Record<string, string>;
  prefix: string;
}

/** The clinic as it stands on every paper. */
export function ClinicFields({ draft, onChange, timeZone, onTimeZone, problems, prefix }: ClinicFieldsProps) {
  const t = useText();
  const wrong = (field: string) => problems[`${prefix}.${field}`];
  const change = (field: keyof ClinicDraft) => (value: string) => onChange({ ...draft, [field]: value });
  const emergencyWrong = Object.keys(problems).some((path) => path.startsWith(`${prefix}.emergencyNumbers`));
  const zones = ZONES.some(({ value }) => value === timeZone) ? ZONES : [{ value: timeZone, label: timeZone }, ...ZONES];
  return (
    <>
      <TextField
        label={t('clinic.name')}
        value={draft.name}
        onChange={change('name')}
        error={wrong('name')}
        maxLength={60}
        required
        className={css.whole ?? ''}
      />
      <TextField
        label={t('clinic.address')}
        hint={t('clinic.addressHint')}
        value={draft.address}
        onChange={change('address')}
        error={wrong('address')}
        maxLength={90}
        required
        className={css.whole ?? ''}
      />
      <TextField
        label={t('clinic.dayPhone')}
        hint={t('clinic.dayPhoneHint')}
        type="tel"
        value={draft.dayPhone}
        onChange={change('dayPhone')}
        error={wrong('dayPhone')}
        required
      />
      <TextField
        label={t('clinic.dayHours')}
        hint={t('clinic.dayHoursHint')}
        optional
        value={draft.dayHours}
        onChange={change('dayHours')}
        error={wrong('dayHours')}
        maxLength={30}
      />
      <TextField
        label={t('clinic.nightPhone')}
        hint={t('clinic.nightPhoneHint')}
        type="tel"
        value={draft.nightPhone}
        onChange={change('nightPhone')}
        error={wrong('nightPhone')}
        required
      />
      <TextField
        label={t('clinic.emergency')}
        hint={t('clinic.emergencyHint')}
        value={draft.emergency}
        onChange={change('emergency')}
        error={emergencyWrong ? t('clinic.emergencyWrong') : undefined}
        required
      />
      <Select label={t('clinic.timeZone')} hint={t('clinic.timeZoneHint')} choices={zones} value={timeZone} onChange={onTimeZone} />
    </>
  );
}
