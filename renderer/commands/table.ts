/** Where a command belongs: its heading in the palette and on the sheet of keys, and its menu in a native menu bar. */
export const commandGroups = ['sections', 'visit', 'patient', 'go', 'program', 'answers'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** What is said of a command once, for every place that shows it. */
export interface CommandEntry {
  group: CommandGroup;
  /**
   * `Ctrl+K`, `Alt+ArrowLeft`, `/`, `?`: modifiers in the order Ctrl, Alt, Shift, then the key as `KeyboardEvent.key` names
   * it, letters in capitals. ⌘ counts as Ctrl. A key without Ctrl or Alt rests while a person types.
   */
  shortcut?: string;
  /** Works from its key alone: on the sheet of keys, not in the palette nor in a menu. */
  hidden?: true;
  /** Its key works over a dialog too, where the others rest. */
  everywhere?: true;
}

/**
 * Every command of the window and its key: the only place where a key is given, so that none is given twice. A screen
 * registers what can be done on it by id; the palette, the sheet of keys, the hints beside buttons and the native menu
 * read the key here.
 */
const named = {
  palette: { group: 'program', shortcut: 'Ctrl+K', hidden: true },
  keys: { group: 'program', shortcut: '?' },
  language: { group: 'program' },
  account: { group: 'program' },
  about: { group: 'program' },
  files: { group: 'program' },
  cover: { group: 'program', shortcut: 'Ctrl+L', everywhere: true },
  switch: { group: 'program' },
  signOut: { group: 'program' },
  patients: { group: 'go', shortcut: 'Alt+P' },
  'patients.search': { group: 'go', shortcut: '/', hidden: true },
  'patients.add': { group: 'go', shortcut: 'Alt+N' },
  desk: { group: 'go', shortcut: 'Alt+D' },
  'desk.history': { group: 'go' },
  'slips.slip': { group: 'patient' },
  'slips.labels': { group: 'patient' },
  'desk.next': { group: 'patient', shortcut: 'N' },
  'desk.print': { group: 'patient', shortcut: 'P' },
  'desk.cameOut': { group: 'patient', shortcut: 'Y' },
  'desk.handOver': { group: 'patient', shortcut: 'H' },
  calls: { group: 'go' },
  'calls.called': { group: 'patient', shortcut: 'C' },
  'calls.notReached': { group: 'patient', shortcut: 'M' },
  'visit.continue': { group: 'patient', shortcut: 'Alt+C' },
  since: { group: 'visit', shortcut: 'Alt+S' },
  'transfer.changed': { group: 'patient', shortcut: 'Alt+T' },
  'amend.all': { group: 'patient', shortcut: 'Alt+A' },
  'papers.all': { group: 'patient', shortcut: 'Alt+H' },
  'papers.language': { group: 'patient' },
  'papers.send': { group: 'patient' },
  'rights.print': { group: 'patient' },
  'rights.record': { group: 'patient' },
  'rights.export': { group: 'patient' },
  'rights.erase': { group: 'patient' },
  'section.previous': { group: 'visit', shortcut: 'Alt+ArrowLeft' },
  'section.next': { group: 'visit', shortcut: 'Alt+ArrowRight' },
  'questions.all': { group: 'visit', shortcut: 'Alt+Q' },
  check: { group: 'visit', shortcut: 'Alt+0' },
  makeFinal: { group: 'visit', shortcut: 'Ctrl+Enter' },
  undo: { group: 'visit', shortcut: 'Ctrl+Z' },
  redo: { group: 'visit', shortcut: 'Ctrl+Shift+Z' },
  'protocol.apply': { group: 'visit', shortcut: 'Alt+M' },
  'protocol.save': { group: 'visit' },
  export: { group: 'visit' },
  'screen.open': { group: 'visit', shortcut: 'Alt+W' },
  'screen.follow': { group: 'visit', shortcut: 'Alt+O' },
  'screen.hold': { group: 'visit', shortcut: 'Alt+K' },
  'screen.blank': { group: 'visit', shortcut: 'Alt+B' },
  'screen.evidence': { group: 'visit', shortcut: 'Alt+R' },
  'screen.hideEvidence': { group: 'visit', shortcut: 'Alt+Shift+R' },
  'screen.test': { group: 'visit', shortcut: 'Alt+Shift+W' },
  'screen.close': { group: 'visit' },
} as const satisfies Record<string, CommandEntry>;

interface Family {
  group: CommandGroup;
  /** The keys of the first ones: `section.1` has the first key. */
  keys: readonly string[];
  hidden?: true;
}

const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Commands of which a screen has as many as its content gives: `section.3`, `visit.start.1`; numbers count from 1. */
const families = {
  section: { group: 'sections', keys: NINE.map((n) => `Alt+${n}`) },
  answer: { group: 'answers', keys: NINE.map(String), hidden: true },
  'visit.start': { group: 'patient', keys: ['Alt+V'] },
  'visit.followUp': { group: 'patient', keys: ['Alt+U'] },
  settings: { group: 'go', keys: [] },
  /** Many papers at once: the first prints all of them. */
  'desk.batch': { group: 'program', keys: [] },
} as const satisfies Record<string, Family>;

type FamilyName = keyof typeof families;
export type CommandId = keyof typeof named | `${FamilyName}.${number}`;

const familyNames = Object.keys(families) as FamilyName[];

function familyEntry(id: string): CommandEntry | undefined {
  const at = id.lastIndexOf('.');
  const name = familyNames.find((each) => each === id.slice(0, at));
  if (!name) return undefined;
  const { group, keys, hidden }: Family = families[name];
  const shortcut = keys[Number(id.slice(at + 1)) - 1];
  return { group, ...(shortcut ? { shortcut } : {}), ...(hidden ? { hidden } : {}) };
}

/** What the table says of a command. */
export function commandEntry(id: CommandId): CommandEntry {
  const entry = (named as Record<string, CommandEntry>)[id] ?? familyEntry(id);
  if (!entry) throw new Error(`No command ${id} in the table.`);
  return entry;
}

/** The key of a command; undefined where it has none. */
export function shortcutOf(id: CommandId): string | undefined {
  return commandEntry(id).shortcut;
}

/** Every command that has a key, with its key. */
export function commandKeys(): { id: CommandId; shortcut: string }[] {
  const numbered = familyNames.flatMap((name) => families[name].keys.map((_key, at) => `${name}.${at + 1}` as const));
  return [...(Object.keys(named) as (keyof typeof named)[]), ...numbered].flatMap((id) => {
    const shortcut = shortcutOf(id);
    return shortcut ? [{ id, shortcut }] : [];
  });
}
