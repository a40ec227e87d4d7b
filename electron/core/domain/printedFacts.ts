import * as z from 'zod';

/** What an amended paper may name as changed, in the order in which page 1 lists it. */
export const PRINTED_FACTS = [
  'name',
  'details',
  'decision',
  'dose',
  'transfer',
  'firstDay',
  'lastDay',
  'days',
  'howLong',
  'food',
  'missedDose',
  'whatIf',
  'tests',
  'visits',
  'nextStep',
  'supervisors',
  'otherMedicines',
  'clinic',
  'doctor',
  'other',
] as const;
export const printedFactSchema = z.enum(PRINTED_FACTS);
export type PrintedFact = z.infer<typeof printedFactSchema>;
