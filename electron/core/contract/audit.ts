import * as z from 'zod';
import { AUDIT_GROUPS } from '../domain/auditActions.ts';
import { civilDateSchema, instantSchema } from '../domain/text.ts';
import { administrator } from './procedures.ts';
import { uuid } from './shapes.ts';

/** Groups of actions, as the screen filters them; `core/domain/auditActions.ts` says which action belongs to which. */
export const auditGroupSchema = z.enum(AUDIT_GROUPS);
export type { AuditGroup } from '../domain/auditActions.ts';

/** Which rows: everything that is left out is not filtered by. Days are of the clinic's zone, both included. */
export const auditFilterSchema = z.strictObject({
  userId: z.union([uuid, z.literal('system')]).optional(),
  group: auditGroupSchema.optional(),
  patientId: uuid.optional(),
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditRowSchema = z.strictObject({
  seq: z.int(),
  at: instantSchema,
  /** Name of who did it; null for the program itself. */
  by: z.string().nullable(),
  group: auditGroupSchema,
  action: z.string(),
  /** What it was done to, as a person finds it again: record number, record code and version, name of a user; null for none. */
  subject: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** Who did what and when. Looking at it and exporting it are rows of it too. */
export const auditContract = {
  /** The newest first, up to 200 before row `before`. */
  list: administrator
    .input(z.strictObject({ filter: auditFilterSchema, before: z.int().nullable() }))
    .output(z.strictObject({ rows: z.array(auditRowSchema), more: z.boolean() })),
  /** Walks the whole chain. `firstBad`: the first row that was changed, or is missing; null when all is sound. */
  verify: administrator.output(z.strictObject({ rows: z.int(), firstBad: z.int().nullable() })),
  /** The filtered rows as CSV (UTF-8), with the state of the chain in its last line. */
  export: administrator
    .input(z.strictObject({ filter: auditFilterSchema }))
    .output(z.strictObject({ fileName: z.string(), base64: z.string(), rows: z.int() })),
};
