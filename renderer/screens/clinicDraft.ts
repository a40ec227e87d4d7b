import type { Clinic } from '#core/domain/visit.ts';

/** A clinic as it is typed: every field a text. */
export interface ClinicDraft {
  name: string;
  address: string;
  dayPhone: string;
  dayHours: string;
  nightPhone: string;
  emergency: string;
}
export const EMPTY_CLINIC: ClinicDraft = { name: '', address: '', dayPhone: '', dayHours: '', nightPhone: '', emergency: '' };

/** What is typed, in the form that the contract checks. */
export function clinicOf(draft: ClinicDraft): Clinic {
  const { emergency, dayHours, ...rest } = draft;
  return {
    ...rest,
    ...(dayHours.trim() ? { dayHours } : {}),
    emergencyNumbers: emergency.split(/[\s,;]+/).filter(Boolean),
  };
}

/** A saved clinic, to be typed over. */
export function draftOf(clinic: Clinic): ClinicDraft {
  const { emergencyNumbers, dayHours, ...rest } = clinic;
  return { ...rest, dayHours: dayHours ?? '', emergency: emergencyNumbers.join(', ') };
}
