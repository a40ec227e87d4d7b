import * as z from 'zod';
import { requiredText } from '../domain/text.ts';
import {
  foundPatientSchema,
  newPatientSchema,
  patientRowSchema,
  patientSchema,
  similarPatientSchema,
  twinsSchema,
} from './patientShapes.ts';
import { desk } from './procedures.ts';
import { timelineQuerySchema, timelineSchema } from './timeline.ts';

const ofPatient = z.strictObject({ id: z.uuid() });

/** Finding, adding and changing patients: everyone who works here may. */
export const patientsContract = {
  recent: desk.output(z.strictObject({ rows: z.array(patientRowSchema), total: z.int() })),
  /**
   * By name in either script (prefix, sound, one typing mistake), the name of a relative, the beginning of a record number
   * or the end of a phone number: what fits best first, at most 50.
   */
  search: desk.input(z.strictObject({ text: z.string().max(80) })).output(z.array(foundPatientSchema)),
  /** Patients who may be the one who is being added, and why they may be; the likeliest first. */
  similar: desk
    .input(
      z.strictObject({
        name: z.string().max(80),
        recordNumber: z.string().max(20),
        phone: z.string().max(30).optional(),
        relative: z.string().max(80).optional(),
      }),
    )
    .output(z.array(similarPatientSchema)),
  /** Without a record number the clinic's next free one is given. */
  add: desk.input(newPatientSchema.extend({ recordNumber: requiredText(20).optional() })).output(patientSchema),
  /** Changes her details. Papers that are final keep what they say. A stale `rev` gives CHANGED_ELSEWHERE with her as she is. */
  save: desk.input(newPatientSchema.extend({ ...ofPatient.shape, rev: z.int() })).output(patientSchema),
  read: desk.input(ofPatient).output(patientRowSchema),
  /**
   * What happened with her, the newest first and in parts: visits, papers, what left the program, calls, consents. Whoever
   * neither treats nor counsels is told nothing clinical.
   */
  timeline: desk.input(timelineQuerySchema).output(timelineSchema),
  /** Others on record who have her name. */
  twins: desk.input(ofPatient).output(twinsSchema),
};
