import { oc } from '@orpc/contract';
import * as z from 'zod';
import { errors } from './errors.ts';
import type { Role } from './shapes.ts';

/** Who may call a procedure: roles of a signed-in user, anyone with a window of this program, or a patient's window alone. */
export interface ProcedureMeta {
  roles: readonly Role[] | 'anyone' | 'display';
}

const base = oc.$meta<ProcedureMeta>({ roles: [] }).errors(errors);
/** Anyone with a window of this program, signed in or not. */
export const anyone = base.meta({ roles: 'anyone' });
/** The patient's window, which is no sign-in and may call nothing else. */
export const display = base.meta({ roles: 'display' });
export const clinical = base.meta({ roles: ['doctor', 'counsellor'] });
export const doctor = base.meta({ roles: ['doctor'] });
/** Everyone who works here. */
export const desk = base.meta({ roles: ['doctor', 'counsellor', 'reception', 'administrator'] });
export const administrator = base.meta({ roles: ['administrator'] });
/** Who answers for the program in a clinic. */
export const responsible = base.meta({ roles: ['doctor', 'administrator'] });

/** A new password; every place that sets one asks for the same. */
export const newPasswordSchema = z.string().min(10, 'Use at least 10 characters.').max(200);
/** A password that is checked, not set. */
export const passwordSchema = z.string().max(200);
