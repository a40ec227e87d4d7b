import * as z from 'zod';
import { instantSchema, requiredText } from '../domain/text.ts';
import { doctorSchema } from '../domain/visit.ts';
import { administrator, desk, newPasswordSchema, passwordSchema } from './procedures.ts';
import { pdfSchema, roleSchema, userSchema, uuid } from './shapes.ts';

/** Four to eight digits, for coming back to a covered window within the shift; never for opening the records. */
export const pinSchema = z.string().regex(/^[0-9]{4,8}$/, 'Use 4 to 8 digits.');

/** A person as the administrator's list shows her. */
export const userRowSchema = userSchema.extend({
  rev: z.int(),
  /** A retired person keeps her name in the records and can't sign in. */
  retired: z.boolean(),
  /** The password was set by an administrator, and is to be changed at the next sign-in. */
  mustChangePassword: z.boolean(),
  hasPin: z.boolean(),
  lastSignIn: instantSchema.nullable(),
});
export type UserRow = z.infer<typeof userRowSchema>;

/** Name, roles and, for a doctor, what stands on paper. A doctor's registration is required with the role. */
const personFields = {
  name: requiredText(50),
  roles: z.array(roleSchema).min(1, 'Choose at least one role.'),
  doctor: doctorSchema.optional(),
};

/**
 * People who sign in. Whatever needs the key of the records asks for the administrator's own password again. The last
 * administrator can't be retired or lose the role (NOT_READY).
 */
export const usersContract = {
  list: administrator.output(z.array(userRowSchema)),
  /** `password` is a first one that she changes at her first sign-in. */
  add: administrator
    .input(z.strictObject({ ...personFields, password: newPasswordSchema, ownPassword: passwordSchema }))
    .output(userRowSchema),
  /** Changes name and roles. They hold from the next call on, in windows that are open too. */
  save: administrator.input(z.strictObject({ id: uuid, ...personFields, rev: z.int() })).output(userRowSchema),
  /** A new first password, for one who forgot hers; her windows are signed out and her PIN is gone. */
  resetPassword: administrator
    .input(z.strictObject({ id: uuid, password: newPasswordSchema, ownPassword: passwordSchema }))
    .output(userRowSchema),
  /** Takes away the way in; what she did stays. Her windows are signed out at once. */
  retire: administrator.input(z.strictObject({ id: uuid, rev: z.int() })).output(userRowSchema),
  /** A new printed recovery key; the old one opens nothing any more, except backups from before. */
  renewRecoveryKey: administrator
    .input(z.strictObject({ ownPassword: passwordSchema }))
    .output(z.strictObject({ recoveryKey: z.string() })),
  /**
   * The recovery key as a page to print, for the window that has just been given it. The key is kept nowhere; the file's
   * name is always the same.
   */
  recoveryKeyPdf: administrator
    .input(z.strictObject({ recoveryKey: z.string().min(1).max(80) }))
    .output(pdfSchema.extend({ fileName: requiredText(60) })),
};

/** What each person does for herself. */
export const accountContract = {
  changePassword: desk.input(z.strictObject({ ownPassword: passwordSchema, newPassword: newPasswordSchema })).output(z.null()),
  /** null takes the PIN away. */
  setPin: desk
    .input(z.strictObject({ ownPassword: passwordSchema, pin: pinSchema.nullable() }))
    .output(z.strictObject({ hasPin: z.boolean() })),
};
