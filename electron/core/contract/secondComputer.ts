import * as z from 'zod';
import { instantSchema, requiredText } from '../domain/text.ts';
import { administrator, passwordSchema } from './procedures.ts';
import { uuid } from './shapes.ts';

/**
 * All that a window on the second computer may call. It is a list of its own, and not a part of the roles: a new procedure
 * can't be reached from the network before somebody has put it here. Each of them is open to everyone who works here, or to
 * anyone with a window; whoever signs in there acts as reception.
 */
export const ON_SECOND_COMPUTER: ReadonlySet<string> = new Set([
  'app.status',
  'app.signIn',
  'app.signOut',
  'app.cover',
  'app.uncover',
  'app.setLook',
  'app.licences',
  'app.events',
  'account.changePassword',
  'account.setPin',
  'clinic.read',
  'patients.recent',
  'patients.search',
  'patients.similar',
  'patients.add',
  'patients.save',
  'patients.read',
  'patients.timeline',
  'patients.twins',
  'handouts.pdf',
  'handouts.clinicCopy',
  'calls.list',
  'calls.record',
  'calls.add',
  'calls.spoke',
  'desk.card',
  'printing.queue',
  'printing.ofPatient',
  'printing.print',
  'printing.printAll',
  'printing.cancel',
  'printing.looked',
  'printing.printedElsewhere',
  'printing.remove',
  'printing.reprint',
  'printing.cameOut',
  'printing.handOver',
  'printing.file',
  'printing.resume',
  'printing.move',
  'printing.settings',
  'printHistory.list',
  'printHistory.export',
  'slips.days',
  'slips.pdf',
  'slips.print',
  'rights.consents',
  'rights.recordConsent',
  'rights.noticePdf',
  'rights.papersOut',
]);

export const deviceNameSchema = requiredText(40);
export const portSchema = z.int().min(1024, 'Use a number from 1024 to 65535.').max(65_535, 'Use a number from 1024 to 65535.');
/** Where the second computer is served unless somebody chooses otherwise. */
export const USUAL_PORT = 8743;

/** Eight digits, for one computer, once. */
export const pairingCodeSchema = z.string().regex(/^[0-9]{8}$/);

/** A computer that was paired. */
export const deviceSchema = z.strictObject({
  id: uuid,
  name: deviceNameSchema,
  pairedAt: instantSchema,
  pairedBy: z.string(),
  lastSeenAt: instantSchema.nullable(),
  /** A window of it listens now. */
  connected: z.boolean(),
});
export type Device = z.infer<typeof deviceSchema>;

/** What came of a code: paired; wrong digits; one that was used, or that nobody can use any more. */
export const pairingTryKindSchema = z.enum(['paired', 'wrong', 'used', 'old']);
export type PairingTryKind = z.infer<typeof pairingTryKindSchema>;

export const secondComputerSchema = z.strictObject({
  on: z.boolean(),
  address: z.string().nullable(),
  port: z.int(),
  /** What a browser of the second computer opens; empty while it is off. */
  urls: z.array(z.string()),
  /** This computer's addresses in private networks, to choose from. */
  addresses: z.array(z.string()),
  /** Why nobody can reach it although it is on, as a sentence; null when it is well. */
  problem: z.string().nullable(),
  /** The clinic's own authority; null before it was first switched on. */
  authority: z.strictObject({ certificate: z.string(), fingerprint: z.string(), until: instantSchema }).nullable(),
  /** Until when the present certificate of the address is good. */
  certificateUntil: instantSchema.nullable(),
  /** The code that is shown now. */
  pairing: z.strictObject({ code: pairingCodeSchema, until: instantSchema, triesLeft: z.int() }).nullable(),
  /** What was tried since the program was started, the newest first. */
  tries: z.array(z.strictObject({ at: instantSchema, kind: pairingTryKindSchema })),
  devices: z.array(deviceSchema),
});
export type SecondComputerState = z.infer<typeof secondComputerSchema>;

const ofDevice = z.strictObject({ id: uuid });

/** A second computer for reception, in the clinic's own network: off until an administrator switches it on. Changes by the event `secondComputer`. */
export const secondComputerContract = {
  read: administrator.output(secondComputerSchema),
  /**
   * Listens at a private address of this computer; again with other values: moves there. BAD_INPUT at `address` for one that
   * is not private or not this computer's, at `port` for one that is taken. NOT_READY in the sample clinic.
   */
  turnOn: administrator
    .input(z.strictObject({ address: z.string().max(50), port: portSchema, ownPassword: passwordSchema }))
    .output(secondComputerSchema),
  /** Ends every stream and sign-in of the second computers at once. They stay paired. */
  turnOff: administrator.output(secondComputerSchema),
  /** A new code, for 5 minutes and 5 tries; an earlier one ends. NOT_READY while nothing listens. */
  pair: administrator.output(secondComputerSchema),
  cancelPairing: administrator.output(secondComputerSchema),
  rename: administrator.input(ofDevice.extend({ name: deviceNameSchema })).output(secondComputerSchema),
  /** Ends the streams and sign-ins of that computer at once; it can come back only by a new code. */
  revoke: administrator.input(ofDevice).output(secondComputerSchema),
};

/** What a paired browser is given for a window. */
export const enteredSchema = z.strictObject({ token: z.string() });
/** What is typed on the second computer. */
export const pairInputSchema = z.strictObject({ code: pairingCodeSchema, name: deviceNameSchema });
