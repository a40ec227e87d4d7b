import * as z from 'zod';
import { clinicSchema, doctorSchema, timeZoneSchema } from '#core/domain/visit.ts';
import { passwordSchema } from '../password.ts';

/** What the first start asks for. */
export const setUpSchema = z.strictObject({
  clinic: clinicSchema,
  timeZone: timeZoneSchema,
  doctor: doctorSchema,
  password: passwordSchema,
});
