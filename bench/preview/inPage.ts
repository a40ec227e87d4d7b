/// <reference lib="dom" />
/** What one keystroke took, milliseconds from the key: the paper doesn't wait for the store. */
export interface Keystroke {
  /** The answer is stored: the backend's reply is here. */
  saved: number;
  /** The bytes of the new draft are here. */
  drafted: number;
  /** The new page stands on the screen. */
  drawn: number;
}

declare global {
  interface Window {
    /** The next key that is pressed, followed to the screen. */
    nextKeystroke: () => Promise<Keystroke>;
  }
}

/** Runs in the window before the program does: hears the key, the two calls that follow from it, and the canvas. */
export function watchKeystrokes(): void {
  let now: (Partial<Keystroke> & { at: number; asked?: boolean; done: (took: Keystroke) => void }) | undefined;
  const finish = () => {
    const { saved, drafted, drawn, done } = now ?? {};
    if (saved === undefined || drafted === undefined || drawn === undefined) return;
    now = undefined;
    done?.({ saved, drafted, drawn });
  };
  window.nextKeystroke = () =>
    new Promise((done) => {
      window.addEventListener(
        'keydown',
        () => {
          now = { at: performance.now(), done };
        },
        { capture: true, once: true },
      );
    });
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const mine = now;
    const isPreview = url.endsWith('/consultations/preview') && mine !== undefined && !mine.asked;
    if (isPreview) mine.asked = true;
    const answer = await fetch(input, init);
    if (mine && mine === now) {
      if (url.endsWith('/consultations/saveAnswers')) mine.saved ??= performance.now() - mine.at;
      if (isPreview) mine.drafted = performance.now() - mine.at;
      finish();
    }
    return answer;
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function draw(this: CanvasRenderingContext2D, ...args: unknown[]) {
    Reflect.apply(drawImage, this, args);
    const mine = now;
    if (!this.canvas.isConnected || mine?.drafted === undefined) return;
    // The frame in which it is shown.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        mine.drawn ??= performance.now() - mine.at;
        finish();
      }),
    );
  } as typeof drawImage;
}
