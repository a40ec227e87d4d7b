import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { packSchema } from '../domain/pack.ts';
import { protocolNameSchema, protocolPartSchema, savedProtocolSchema } from '../domain/savedProtocol.ts';
import { languageSchema, requiredText } from '../domain/text.ts';
import { clinicSchema, doctorSchema, timeZoneSchema, visitSchema } from '../domain/visit.ts';
import { auditContract } from './audit.ts';
import { backupsContract } from './backups.ts';
import { callsContract } from './calls.ts';
import { deskContract } from './desk.ts';
import { displayContract } from './display.ts';
import { filesContract } from './files.ts';
import { lookChangeSchema, lookSchema } from './look.ts';
import { papersContract } from './papers.ts';
import { patientsContract } from './patients.ts';
import { printHistoryContract } from './printHistory.ts';
import { printingContract } from './printing.ts';
import { administrator, anyone, clinical, desk, doctor, newPasswordSchema, passwordSchema, responsible } from './procedures.ts';
import { rightsContract } from './rights.ts';
import { secondComputerContract } from './secondComputer.ts';
import {
  amendReasonSchema,
  answerChangeSchema,
  clinicSettingsSchema,
  consultationSchema,
  eventSchema,
  handoutVersionSchema,
  packSummarySchema,
  pdfSchema,
  placeSchema,
  statusSchema,
  userSchema,
  uuid,
} from './shapes.ts';
import { slipsContract } from './slips.ts';
import { licenceSchema, supportReportSchema } from './support.ts';
import { updatesContract } from './updates.ts';
import { accountContract, pinSchema, usersContract } from './users.ts';

const ofConsultation = z.strictObject({ consultationId: uuid });

/** Every procedure and event of the program: name, input, output, roles. Both transports carry exactly this. */
export const contract = {
  app: {
    status: anyone.output(statusSchema),
    /** First start: makes the clinic's store with its first user, a doctor and administrator. Gives the recovery key once. */
    setUp: anyone
      .input(z.strictObject({ clinic: clinicSchema, timeZone: timeZoneSchema, doctor: doctorSchema, password: newPasswordSchema }))
      .output(z.strictObject({ user: userSchema, recoveryKey: z.string() })),
    /** Opens the sample clinic, a folder of its own, without a password. */
    openSample: anyone.output(userSchema),
    signIn: anyone.input(z.strictObject({ userId: uuid, password: passwordSchema })).output(userSchema),
    /** Signs in the first administrator with the printed recovery key and sets a new password. */
    recover: anyone.input(z.strictObject({ recoveryKey: z.string().max(80), newPassword: newPasswordSchema })).output(userSchema),
    signOut: anyone.output(z.null()),
    /**
     * Covers this window at once: by the idle time, or by hand. Who has a PIN may come back with it; who has none is
     * signed out. The store stays open for other windows, and for a covered one until its shift ends.
     */
    cover: anyone.output(statusSchema),
    /** Back within the shift with the PIN. WRONG_PASSWORD; after the third wrong one the password is asked for. */
    uncover: anyone.input(z.strictObject({ pin: pinSchema })).output(userSchema),
    /** Changes language or colours: of the person signed in here, and of this computer until the next who signs in. */
    setLook: anyone.input(lookChangeSchema).output(lookSchema),
    /** Of what the program is made, with the licences' own words. */
    licences: desk.output(z.array(licenceSchema)),
    /** A report for whoever helps with the program: nothing of a patient, no name of anybody. */
    diagnostics: responsible.input(z.strictObject({ agent: z.string().max(300) })).output(supportReportSchema),
    /** The one event stream of a window. */
    events: anyone.output(eventIterator(eventSchema)),
  },
  clinic: {
    read: desk.output(clinicSettingsSchema),
    save: administrator.input(clinicSettingsSchema).output(clinicSettingsSchema),
  },
  patients: patientsContract,
  packs: {
    list: clinical.output(z.array(packSummarySchema)),
    /** A whole pack, for the window to evaluate and show. */
    read: clinical.input(z.strictObject({ hash: z.string() })).output(packSchema),
    approve: doctor.input(z.strictObject({ hash: z.string(), language: languageSchema })).output(packSummarySchema),
  },
  consultations: {
    /**
     * Starts a visit. `from` makes it a follow-up of a final visit of the same patient and topic (NOT_READY where it is
     * none): only the language and size of the paper are taken over, the rest is offered by `core/domain/followUp.ts`.
     */
    start: clinical.input(z.strictObject({ patientId: uuid, packId: z.string(), from: uuid.optional() })).output(consultationSchema),
    read: clinical.input(ofConsultation).output(consultationSchema),
    ofPatient: clinical.input(z.strictObject({ patientId: uuid })).output(z.array(consultationSchema.omit({ answers: true }))),
    /**
     * Saves answers together or not at all; `value` null takes one back. A stale `rev` on one of the keys gives
     * CHANGED_ELSEWHERE with that key.
     */
    saveAnswers: clinical
      .input(ofConsultation.extend({ changes: z.array(answerChangeSchema).min(1).max(60), rev: z.int() }))
      .output(z.strictObject({ rev: z.int(), savedAt: z.string() })),
    savePlace: clinical.input(ofConsultation.extend({ place: placeSchema })).output(z.null()),
    /**
     * The draft as it would be printed now. `unsaved`: answers as they are typed, which stand on it as if they were stored;
     * nothing is. An answer that can't be stored is BAD_INPUT. `page`: the file holds this page alone, or the last one of a
     * paper that has fewer; `pages` counts all.
     */
    preview: clinical
      .input(ofConsultation.extend({ unsaved: z.array(answerChangeSchema).max(60).optional(), page: z.int().min(1).max(500).optional() }))
      .output(pdfSchema.extend({ rev: z.int() })),
    makeFinal: doctor.input(ofConsultation.extend({ rev: z.int() })).output(handoutVersionSchema),
    /**
     * Makes the next version of a final paper: the changed answers, the paper, its reason and the call to her are stored
     * together or not at all. The gate is checked again; NOT_READY names what is missing. `changes` may be empty where her
     * name or the clinic was corrected since; where nothing differs on paper it is NOT_READY too.
     */
    amend: doctor
      .input(ofConsultation.extend({ rev: z.int(), reason: amendReasonSchema, changes: z.array(answerChangeSchema).max(60) }))
      .output(handoutVersionSchema),
    /** The paper that such an amendment would make, as a draft: nothing is stored, and the gate isn't asked. */
    previewAmendment: doctor.input(ofConsultation.extend({ changes: z.array(answerChangeSchema).max(60) })).output(pdfSchema),
    /** The same format that the command line reads and writes. */
    exportVisit: clinical.input(ofConsultation).output(visitSchema),
  },
  /** A doctor's own saved protocols, nobody else's. A stale `rev` gives CHANGED_ELSEWHERE with the protocol as it is. */
  protocols: {
    mine: doctor.input(z.strictObject({ packId: z.string() })).output(z.array(savedProtocolSchema)),
    save: doctor
      .input(z.strictObject({ name: protocolNameSchema, packHash: z.string(), part: protocolPartSchema }))
      .output(savedProtocolSchema),
    rename: doctor.input(z.strictObject({ id: uuid, name: protocolNameSchema, rev: z.int() })).output(savedProtocolSchema),
    /** The doctor has read it again with this content of the pack; what the pack can't take any more is left out. */
    reapprove: doctor
      .input(z.strictObject({ id: uuid, packId: z.string(), packHash: z.string(), rev: z.int() }))
      .output(savedProtocolSchema),
    /** Takes it out of the list for good; the records keep it. */
    retire: doctor.input(z.strictObject({ id: uuid, rev: z.int() })).output(z.null()),
  },
  handouts: {
    /** With the reasons and changes of amendments, which are clinical. Reception reads `printing.ofPatient`. */
    ofConsultation: clinical.input(ofConsultation).output(z.array(handoutVersionSchema)),
    /** The stored bytes, their hash checked. `purpose` goes to the audit. */
    pdf: desk
      .input(z.strictObject({ id: uuid, purpose: z.enum(['view', 'print', 'save']) }))
      .output(pdfSchema.extend({ fileName: requiredText(60) })),
    /** The stored page that the clinic keeps of a version, to be printed along; its hash checked, with a row in the audit. */
    clinicCopy: desk.input(z.strictObject({ id: uuid })).output(pdfSchema.extend({ fileName: requiredText(60) })),
  },
  users: usersContract,
  account: accountContract,
  audit: auditContract,
  backups: backupsContract,
  rights: rightsContract,
  files: filesContract,
  updates: updatesContract,
  secondComputer: secondComputerContract,
  display: displayContract,
  papers: papersContract,
  printing: printingContract,
  printHistory: printHistoryContract,
  slips: slipsContract,
  calls: callsContract,
  desk: deskContract,
};
export type Contract = typeof contract;
