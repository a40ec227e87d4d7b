import { EventPublisher } from '@orpc/server';
import type { DisplayNow, DisplayOrder, DisplayState } from '#core/contract/display.ts';
import type { PatientScreen } from '#core/domain/patientScreen.ts';
import type { Events } from './context.ts';
import type { SignIn, SignIns } from './signIns.ts';

/** A doctor's window that is reloaded comes back within this time; one that stays away was closed. */
const RELOAD_MS = 5_000;

const BLANK: DisplayOrder = { mode: 'blank', language: 'en', part: null };

/** What was ordered, by which sign-in, and what it looks like. */
interface Ordered {
  order: DisplayOrder;
  screen: PatientScreen | null;
  signIn: SignIn;
}

interface Display {
  /** The patient's window; an earlier one of the same doctor's window shows nothing any more. */
  windowId: string;
  /** How often the patient's window listens: once while it is there. */
  listening: number;
  ordered: Ordered | null;
  /** The language of the last order: a blank screen's own words are in it too. */
  language: DisplayOrder['language'];
}

/**
 * The patients' screens, one for each doctor's window at most, in memory alone. What is shown belongs to the sign-in that
 * ordered it: covered, signed out or gone, the screen is blank, whether anybody has told it or not.
 */
export class Displays {
  readonly #signIns: SignIns;
  readonly #events: Events;
  readonly #changes = new EventPublisher<Record<string, { kind: 'changed' }>>();
  readonly #byOwner = new Map<string, Display>();
  /** Event streams of doctors' windows that are open. */
  readonly #attending = new Map<string, number>();
  readonly #ended = new AbortController();

  constructor({ signIns, events }: { signIns: SignIns; events: Events }) {
    this.#signIns = signIns;
    this.#events = events;
    void this.#followSignIns().catch(() => undefined);
  }

  /** `windowId` becomes the patient's window of `owner`; the one before is closed. Again with the same id: a reload. */
  register(owner: string, windowId: string): void {
    const before = this.#byOwner.get(owner);
    if (before?.windowId === windowId) return;
    this.#byOwner.set(owner, { windowId, listening: 0, ordered: null, language: before?.language ?? BLANK.language });
    this.#changed(before?.windowId);
  }

  state(owner: string): DisplayState {
    const display = this.#byOwner.get(owner);
    const order = (display && this.#valid(owner, display)?.order) ?? BLANK;
    return { ...order, open: (display?.listening ?? 0) > 0 };
  }

  /** Shows what the person signed in at `owner` ordered; nothing where there is no patient's window. */
  show(owner: string, ordered: Ordered): void {
    const display = this.#byOwner.get(owner);
    if (!display) return;
    display.ordered = ordered;
    display.language = ordered.order.language;
    this.#changed(display.windowId);
  }

  /** Takes away what stands there; the patient's window stays. */
  blank(owner: string): void {
    const display = this.#byOwner.get(owner);
    if (!display?.ordered) return;
    display.ordered = null;
    this.#changed(display.windowId);
  }

  close(owner: string): void {
    const display = this.#byOwner.get(owner);
    if (!display) return;
    this.#byOwner.delete(owner);
    this.#changed(display.windowId);
  }

  /** A window is gone: the patient's, or a doctor's with hers. */
  windowClosed(windowId: string): void {
    this.close(windowId);
    for (const [owner, display] of this.#byOwner) if (display.windowId === windowId) this.close(owner);
  }

  /** What the patient's window `windowId` of `owner` shows now. */
  now(owner: string, windowId: string): DisplayNow {
    const display = this.#byOwner.get(owner);
    if (display?.windowId !== windowId) return { kind: 'closed', language: BLANK.language };
    const ordered = this.#valid(owner, display);
    const { language } = display;
    if (ordered?.order.mode === 'test') return { kind: 'test', language };
    return ordered?.screen ? { kind: 'section', screen: ordered.screen } : { kind: 'blank', language };
  }

  /** The stream of the patient's window; while it runs the doctor's window says that the screen is there. */
  async *changes(owner: string, windowId: string, signal: AbortSignal | undefined): AsyncGenerator<{ kind: 'changed' }> {
    const display = this.#byOwner.get(owner);
    const listens = (change: 1 | -1) => {
      if (display?.windowId !== windowId) return;
      display.listening += change;
      this.#events.publish({ kind: 'display' });
    };
    const feed = this.#changes.subscribe(windowId, { signal });
    listens(1);
    try {
      yield { kind: 'changed' };
      yield* feed;
    } finally {
      listens(-1);
    }
  }

  /** A doctor's window is there until the function that comes back is called; one that stays away blanks its patient's screen. */
  attend(owner: string): () => void {
    this.#attending.set(owner, (this.#attending.get(owner) ?? 0) + 1);
    return () => {
      const left = (this.#attending.get(owner) ?? 1) - 1;
      if (left > 0) {
        this.#attending.set(owner, left);
        return;
      }
      this.#attending.delete(owner);
      setTimeout(() => {
        if (!this.#attending.has(owner)) this.blank(owner);
      }, RELOAD_MS).unref();
    };
  }

  end(): void {
    this.#ended.abort();
  }

  #valid(owner: string, { ordered }: Display): Ordered | null {
    return ordered && this.#signIns.of(owner) === ordered.signIn ? ordered : null;
  }

  /** Tells the patient's window at once that a sign-in has ended or was covered. */
  async #followSignIns(): Promise<void> {
    for await (const event of this.#events.subscribe(this.#ended.signal)) {
      if (event.kind !== 'status') continue;
      for (const [owner, display] of this.#byOwner) if (display.ordered && !this.#valid(owner, display)) this.blank(owner);
    }
  }

  #changed(windowId: string | undefined): void {
    if (windowId !== undefined) this.#changes.publish(windowId, { kind: 'changed' });
    this.#events.publish({ kind: 'display' });
  }
}
