import type * as Electron from 'electron';
import type { QueueCount } from '#core/contract/shellBridge.ts';

type Parts = Pick<typeof Electron, 'Notification' | 'Tray' | 'Menu' | 'nativeImage'>;

interface AttentionOptions {
  iconFile: string;
  /** Whether one of the program's windows is in front: then it says the same itself. */
  inFront: () => boolean;
  show: () => void;
  /** What opens the program, in the person's language. */
  showWords: () => string;
}

/**
 * Reception's queue beside the clock: an icon while somebody who has a queue is signed in, and a notice when it grows while
 * another program is in front. Both say how many wait, never who.
 */
export class Attention {
  readonly #parts: Parts;
  readonly #options: AttentionOptions;
  readonly #byWindow = new Map<number, QueueCount>();
  #tray: Electron.Tray | null = null;

  constructor(parts: Parts, options: AttentionOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** What the window with this id says of the queue. Empty words: the person there has none. */
  set(windowId: number, queue: QueueCount): void {
    const before = this.#longest()?.count ?? 0;
    if (queue.words === '') this.#byWindow.delete(windowId);
    else this.#byWindow.set(windowId, queue);
    const now = this.#longest();
    this.#showTray(now);
    if (now && now.count > before && !this.#options.inFront() && this.#parts.Notification.isSupported()) this.#tell(now);
  }

  forget(windowId: number): void {
    this.set(windowId, { count: 0, words: '' });
  }

  #longest(): QueueCount | undefined {
    return [...this.#byWindow.values()].sort((a, b) => b.count - a.count)[0];
  }

  #tell({ words }: QueueCount): void {
    const notice = new this.#parts.Notification({ title: 'Consultleaf', body: words, silent: true });
    notice.on('click', () => this.#options.show());
    notice.show();
  }

  #showTray(queue: QueueCount | undefined): void {
    const { Tray, Menu, nativeImage } = this.#parts;
    if (!queue) {
      this.#tray?.destroy();
      this.#tray = null;
      return;
    }
    if (!this.#tray) {
      this.#tray = new Tray(nativeImage.createFromPath(this.#options.iconFile));
      this.#tray.on('click', () => this.#options.show());
    }
    this.#tray.setToolTip(queue.words);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: queue.words, enabled: false },
        { label: this.#options.showWords(), click: () => this.#options.show() },
      ]),
    );
  }
}
