type Hear = (text: string) => void;
let hear: Hear | undefined;

/** Says something to a screen reader without moving the focus: a save, a result, an error. */
export function announce(text: string): void {
  hear?.(text);
}

/** Connects the window's live region. */
export function connectAnnouncer(next: Hear | undefined): void {
  hear = next;
}
