import * as z from 'zod';
import { translate } from '../text/i18n.ts';

/** The least length of a password, as the backend asks for it. */
export const PASSWORD_MIN = 10;

/** A new password, with what is wrong in the window's language. */
export const passwordSchema = z
  .string()
  .min(PASSWORD_MIN, { error: () => translate('password.tooShort', { count: PASSWORD_MIN }) })
  .max(200);
