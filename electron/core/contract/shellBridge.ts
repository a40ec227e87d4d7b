import * as z from 'zod';
import { languageSchema } from '../domain/text.ts';

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

/** One menu of a native menu bar: a group of the commands that can be run in the window now. */
export const nativeMenuSchema = z.strictObject({
  /** The group's id, the same in every language. */
  group: z.string().max(40),
  title: z.string().max(80),
  items: z
    .array(
      z.strictObject({
        /** The command's id; the window takes it back through `onCommand`. */
        id: z.string().max(80),
        title: z.string().max(200),
        /**
         * The key as Electron writes it, to be shown and not registered: the window hears its own keys, and knows when a
         * person types or an input method composes.
         */
        accelerator: z.string().max(40).optional(),
      }),
    )
    .max(80),
});
export type NativeMenu = z.infer<typeof nativeMenuSchema>;

/** Words of the window that the shell shows outside of it: its own menus, and questions asked while no page can ask. */
export const shellWordsSchema = z.strictObject({
  language: languageSchema,
  edit: z.string().max(80),
  undo: z.string().max(80),
  redo: z.string().max(80),
  cut: z.string().max(80),
  copy: z.string().max(80),
  paste: z.string().max(80),
  selectAll: z.string().max(80),
  view: z.string().max(80),
  actualSize: z.string().max(80),
  zoomIn: z.string().max(80),
  zoomOut: z.string().max(80),
  fullScreen: z.string().max(80),
  window: z.string().max(80),
  newWindow: z.string().max(80),
  minimize: z.string().max(80),
  close: z.string().max(80),
  quit: z.string().max(80),
  show: z.string().max(80),
  /** Answers wait in a window that is being closed. */
  waiting: z.string().max(300),
  stay: z.string().max(80),
  closeAnyway: z.string().max(80),
  /** A window ended by itself again and again, or answers no more. */
  windowLost: z.string().max(300),
  windowStuck: z.string().max(300),
  openAgain: z.string().max(80),
  wait: z.string().max(80),
  /** The store ended by itself again and again. */
  storeLost: z.string().max(300),
  installFailed: z.string().max(300),
});
export type ShellWords = z.infer<typeof shellWordsSchema>;

/** How many wait for reception: a count, and the sentence that says it. Never whom. */
export const queueCountSchema = z.strictObject({ count: z.int().min(0).max(10_000), words: z.string().max(120) });
export type QueueCount = z.infer<typeof queueCountSchema>;

/** Where a person was when she left: an address of the window, which holds random ids only. */
export const lastPlaceSchema = z.strictObject({ userId: z.uuid(), path: z.string().regex(/^\/[A-Za-z0-9/_.-]{0,200}$/) });
export type LastPlace = z.infer<typeof lastPlaceSchema>;

/** The end of the name of a visit file that the system opens with this program, and how large it may be, in bytes. */
export const VISIT_FILE = '.clvisit';
export const LARGEST_VISIT_FILE = 400_000;

/** A visit file that the system asked the program to open; without text where it can't be read. */
export interface OpenedFile {
  name: string;
  text: string;
}

/** What a window may ask of the shell, by name, and what comes with it. */
export const shellAsks = {
  displays: z.null(),
  numberDisplays: z.null(),
  openPatientWindow: z.string().max(40),
  closePatientWindow: z.null(),
  setMenu: z.array(nativeMenuSchema).max(12),
  setWords: shellWordsSchema,
  setQueue: queueCountSchema,
  keepPlace: lastPlaceSchema,
  lastPlace: z.null(),
} as const;
export type ShellAsk = keyof typeof shellAsks;

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
  /** Says which menus the native menu bar has now, in the window's language; an empty list when nobody is signed in. */
  setMenu?(menus: NativeMenu[]): void;
  /** Tells the id of a command that was chosen in the native menu. */
  onCommand?(run: (id: string) => void): void;
  setWords?(words: ShellWords): void;
  /** Says how many wait in reception's queue; 0 where the person has none, or nobody is signed in. */
  setQueue?(queue: QueueCount): void;
  /** Remembers, and tells, where the last person was; the next start opens there when she has signed in. */
  keepPlace?(place: LastPlace): void;
  lastPlace?(): Promise<LastPlace | null>;
  /** Tells of a file that the system asked the program to open; one that came before is told at once. */
  onFile?(open: (file: OpenedFile) => void): void;
}
