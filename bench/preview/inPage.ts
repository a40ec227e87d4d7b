/// <reference lib="dom" />
/** What one keystroke took until the page was drawn, milliseconds from the key. */
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
  let now: { at: number; saved?: number; asked?: boolean; drafted?: number; done: (took: Keystroke) => void } | undefined;
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
    const isPreview = url.endsWith('/consultations/preview') && mine?.saved !== undefined && !mine.asked;
    if (isPreview && mine) mine.asked = true;
    const answer = await fetch(input, init);
    if (mine && mine === now && url.endsWith('/consultations/saveAnswers')) mine.saved ??= performance.now() - mine.at;
    if (mine && isPreview) mine.drafted = performance.now() - mine.at;
    return answer;
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function draw(this: CanvasRenderingContext2D, ...args: unknown[]) {
    Reflect.apply(drawImage, this, args);
    const { saved, drafted, at, done } = now ?? {};
    if (!this.canvas.isConnected || saved === undefined || drafted === undefined || at === undefined) return;
    now = undefined;
    // The frame in which it is shown.
    requestAnimationFrame(() => requestAnimationFrame(() => done?.({ saved, drafted, drawn: performance.now() - at })));
  } as typeof drawImage;
}
