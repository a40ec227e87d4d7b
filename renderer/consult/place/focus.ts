/** The attribute that names a field by the key of its answer. Parts of one answer stand under `key.part`. */
export const FIELD = 'data-field';
/** The attribute of a field that has no answer yet. */
export const OPEN = 'data-open';

const FOCUSABLE = [
  'input:not([disabled]):not([type="hidden"])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  'button:not([disabled])',
  'a[href]',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/** A field that is to get the cursor, in a section. */
export interface Wanted {
  section: string;
  key: string;
}

/** Where one writes or chooses, before the buttons beside it. */
const TYPED = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), [role="spinbutton"]';
/** The attribute of a part in which Enter has a meaning of its own. */
export const OWN_ENTER = 'data-own-enter';

/** The attribute of buttons and links that Enter passes over on its way to the next field. */
export const PASSED = 'data-passed';

let wanted: Wanted | null = null;
const listeners = new Set<(wanted: Wanted) => void>();

/** Asks for the cursor in a field: at once when its section is shown, else when it opens. */
export function wantField(next: Wanted | null): void {
  wanted = next;
  if (next) for (const listener of listeners) listener(next);
}

/** The key of the field that was asked for in a section. */
export function wantedField(section: string): string | null {
  return wanted?.section === section ? wanted.key : null;
}

/** Forgets the field that was asked for, once the cursor is there. */
export function forgetWanted(): void {
  wanted = null;
}

/** Hears of each field that is asked for. */
export function onWanted(listener: (wanted: Wanted) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function fieldOf(root: ParentNode, key: string): HTMLElement | null {
  const exact = root.querySelector<HTMLElement>(`[${FIELD}="${CSS.escape(key)}"]`);
  return exact ?? root.querySelector<HTMLElement>(`[${FIELD}^="${CSS.escape(key)}."]`);
}

function focusIn(field: HTMLElement): boolean {
  const chosen = field.querySelector<HTMLElement>('input:checked');
  const target = chosen ?? field.querySelector<HTMLElement>(TYPED) ?? field.querySelector<HTMLElement>(FOCUSABLE);
  if (!target) return false;
  target.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Moves the cursor into the field of an answer; false when it isn't on the screen. */
export function focusField(root: ParentNode, key: string): boolean {
  const field = fieldOf(root, key);
  return field !== null && focusIn(field);
}

/** Moves the cursor to the first thing without an answer, else to the heading. */
export function focusFirstOpen(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>(`[${FIELD}][${OPEN}]`)) if (focusIn(field)) return;
  root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/** The key of the field that holds an element. */
export function fieldKeyOf(element: Element | null): string | null {
  return element?.closest(`[${FIELD}]`)?.getAttribute(FIELD) ?? null;
}

/** Moves on from a field, as Enter does: to the next control that isn't a part of the same one. */
export function focusNext(root: ParentNode, from: HTMLElement): void {
  const all = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (each) =>
      each === from || (each.tabIndex >= 0 && each.getClientRects().length > 0 && !each.closest(`[${PASSED}]`) && !isPartOf(each, from)),
  );
  all[all.indexOf(from) + 1]?.focus();
}

/** The other radios of a group, and the other parts and buttons of a date or a number, are parts of the same control. */
function isPartOf(other: HTMLElement, from: HTMLElement): boolean {
  const group = from.closest('[role="radiogroup"], [role="group"]');
  return group?.contains(other) ?? false;
}
