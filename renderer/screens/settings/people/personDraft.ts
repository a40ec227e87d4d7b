import * as z from 'zod';
import { type Role, roleSchema } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';
import { requiredText } from '#core/domain/text.ts';
import { doctorSchema } from '#core/domain/visit.ts';
import { passwordSchema } from '../../password.ts';

/** A person as she is typed. */
export interface PersonDraft {
  name: string;
  roles: readonly Role[];
  doctor: { name: string; registration: string };
}
export const EMPTY_PERSON: PersonDraft = { name: '', roles: [], doctor: { name: '', registration: '' } };

/** A saved person, to be typed over. */
export function personDraftOf({ name, roles, doctor }: UserRow): PersonDraft {
  return { name, roles, doctor: doctor ?? { name: '', registration: '' } };
}

/** What is typed, in the form that the contract checks: only a doctor has what stands on paper. */
export function personOf({ name, roles, doctor }: PersonDraft) {
  return { name, roles: [...roles], ...(roles.includes('doctor') ? { doctor } : {}) };
}

const person = { name: requiredText(50), roles: z.array(roleSchema).min(1), doctor: doctorSchema.optional() };
export const changedPersonSchema = z.strictObject(person);
export const newPersonSchema = z.strictObject({ ...person, password: passwordSchema, ownPassword: z.string().min(1).max(200) });

/** Whether somebody is the only one left who is an administrator. */
export function isLastAdministrator(row: UserRow, all: readonly UserRow[]): boolean {
  const administrators = all.filter(({ retired, roles }) => !retired && roles.includes('administrator'));
  return administrators.length === 1 && administrators[0]?.id === row.id;
}
