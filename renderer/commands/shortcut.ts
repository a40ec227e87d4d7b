/** Fields where a letter is text, not a command. */
const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="spinbutton"], [role="textbox"]';

/** Whether a key's name or character is one that a shortcut can be written with. */
function isLatin(key: string): boolean {
  return /^[\x20-\x7e]+$/.test(key);
}

function slash(event: KeyboardEvent): string | undefined {
  if (event.code !== 'Slash') return undefined;
  return event.shiftKey ? '?' : '/';
}

/** The keys of an event as a command writes them: `Ctrl+K`, `Alt+ArrowLeft`, `?`. Letters are capital, ⌘ counts as Ctrl. */
export function keysOf(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const held = event.ctrlKey || event.metaKey || event.altKey;
  // Alt changes the character on some layouts, so held letters and digits are read from the place of the key; so are the
  // single keys of a layout that has no Latin characters, such as InScript.
  const key = held ? (digit ?? letter ?? event.key) : isLatin(event.key) ? event.key : (digit ?? slash(event) ?? event.key);
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shift = event.shiftKey && (held || name.length > 1);
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** Whether an input method is composing: then every key is its own. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a key without Ctrl or Alt would be typed where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Whether a shortcut is a single key that stands for a character. */
export function isSingleKey(shortcut: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(shortcut) && !/^(F\d+|Escape)$/.test(shortcut);
}

/** Whether a shortcut is one that a text field needs for its own text: undo, redo, cut, copy, paste, select all. */
export function isEditing(shortcut: string): boolean {
  return /^Ctrl\+(Shift\+)?[ZYXCVA]$/.test(shortcut);
}
