import type { PdfRenderer } from '../documents/renderer.ts';
import type { Store } from '../store/store.ts';

/**
 * The store, with a renderer that holds nothing of its papers while it is locked: what it keeps for speed goes with its
 * thread, and it gets up to speed again when the store is unlocked.
 * @param failed hears why it didn't
 */
export function forgetWhenLocked(store: Store, renderer: PdfRenderer, failed: (error: unknown) => void): Store {
  return {
    ...store,
    async unlock(input) {
      const user = await store.unlock(input);
      renderer.warm().catch(failed);
      return user;
    },
    lock() {
      renderer.forget();
      return store.lock();
    },
  };
}
