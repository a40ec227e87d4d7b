import { EventPublisher } from '@orpc/server';
import type { AppEvent } from '#core/contract/shapes.ts';
import type { NoticeText } from '#core/domain/notice.ts';
import type { Language } from '#core/domain/text.ts';
import type { PdfRenderer } from '../documents/renderer.ts';
import type { Log } from '../log.ts';
import type { Actor } from '../store/store.ts';
import type { PackShelf } from './packShelf.ts';
import type { Paper } from './paper.ts';
import type { SignIn, SignIns } from './signIns.ts';

/** What a transport says with every call: which window it comes from. */
export interface CallContext {
  windowId: string;
  /** Of a patient's window: the doctor's window whose patient's screen it is. */
  display?: string;
  /** Of a window on a second computer: which computer. Only what `ON_SECOND_COMPUTER` names is answered there. */
  device?: {
    id: string;
    name: string;
    /** false once this window or its computer was put out. */
    isIn: () => boolean;
  };
  /** Where windows are the browser's: a new patient's window of this window, with what opens it, once. */
  launchDisplay?: () => { windowId: string; launch: string };
}

/** What the handlers of the areas share. */
export interface Services {
  signIns: SignIns;
  packs: PackShelf;
  paper: Paper;
  renderer: PdfRenderer;
  /** The data-protection notice in a language, before the clinic's own words are put in. */
  notice: (language: Language) => Promise<NoticeText>;
  events: Events;
  now: () => Date;
  version: string;
  log: Log;
}

/** Tells every window that something changed, so that it asks again. */
export class Events {
  readonly #publisher = new EventPublisher<{ app: AppEvent }>();

  publish(event: AppEvent): void {
    this.#publisher.publish('app', event);
  }

  subscribe(signal: AbortSignal | undefined): AsyncIterable<AppEvent> {
    return this.#publisher.subscribe('app', { signal });
  }
}

/** Who acts, and when, for the audit. */
export function actorOf({ user }: SignIn, now: () => Date): Actor {
  return { userId: user.id, at: now().toISOString() };
}
