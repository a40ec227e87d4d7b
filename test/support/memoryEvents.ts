import type { AppEvent } from '#core/contract/shapes.ts';

/** The event stream of a window: what a test says here is heard there. */
export class MemoryEvents {
  readonly #listeners = new Set<(event: AppEvent) => void>();

  emit(event: AppEvent): void {
    for (const hear of this.#listeners) hear(event);
  }

  /** Every event from now on, until `signal` aborts. */
  async *stream(signal: AbortSignal | undefined): AsyncGenerator<AppEvent> {
    const waiting: AppEvent[] = [];
    let wake = () => {};
    const hear = (event: AppEvent) => {
      waiting.push(event);
      wake();
    };
    this.#listeners.add(hear);
    signal?.addEventListener('abort', () => wake());
    try {
      while (!signal?.aborted) {
        const event = waiting.shift();
        if (event) yield event;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#listeners.delete(hear);
    }
  }
}
