/// <reference lib="dom" />
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build, type Rollup } from 'vite';

declare global {
  interface Window {
    painted: Promise<number>;
  }
}

/** The peer as one script. */
export async function peerScript(): Promise<string> {
  const entry = join(import.meta.dirname, 'peer.ts');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'peer' } },
  })) as Rollup.RollupOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('The peer could not be built.');
  return chunk.code;
}

/**
 * How long a key takes until what it changes is painted: from the keydown to the frame after the change, in ms. `what`: the
 * heading of the screen, or the text in the field with the cursor.
 */
export async function untilPainted(page: Page, key: string, what: 'heading' | 'text'): Promise<number> {
  // Set up and waited for in two steps: a key may overtake a call that is on its way.
  await page.evaluate((watched) => {
    window.painted = new Promise<number>((resolve) => {
      let started = 0;
      addEventListener('keydown', () => (started = performance.now()), { capture: true, once: true });
      const done = () =>
        requestAnimationFrame(() => {
          const after = new MessageChannel();
          after.port1.onmessage = () => resolve(performance.now() - started);
          after.port2.postMessage(null);
        });
      if (watched === 'text') return void addEventListener('input', done, { once: true });
      const before = document.querySelector('h1')?.textContent;
      const observer = new MutationObserver(() => {
        const now = document.querySelector('h1')?.textContent;
        if (!now || now === before) return;
        observer.disconnect();
        done();
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  }, what);
  await page.keyboard.press(key);
  return await page.evaluate(() => window.painted);
}
