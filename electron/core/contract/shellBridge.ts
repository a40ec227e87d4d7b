import * as z from 'zod';

/** A screen of this computer, as the person who chooses one sees it. Sizes are in CSS pixels. */
export const displaySchema = z.strictObject({
  id: z.string().max(40),
  label: z.string().max(120),
  width: z.int().positive(),
  height: z.int().positive(),
  /** The asking window stands on it. */
  here: z.boolean(),
});
export type Display = z.infer<typeof displaySchema>;

/** What only a program with windows of its own can do; a browser's window has none of it. */
export interface ShellBridge {
  /** Asks for the message port to the backend; it arrives as a `message` event whose data is `consultleaf:port`. */
  connect(): void;
  displays(): Promise<Display[]>;
  /** Shows a number on each screen for some seconds, so that the right one can be told; the numbers follow `displays`. */
  numberDisplays(): Promise<void>;
  /** Opens the patient's window, filling that screen; it shows the address `#/patient-screen`. */
  openPatientWindow(displayId: string): Promise<void>;
  closePatientWindow(): Promise<void>;
}
