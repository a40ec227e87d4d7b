import type * as Electron from 'electron';
import type { NativeMenu, ShellWords } from '#core/contract/shellBridge.ts';

type Item = Electron.MenuItemConstructorOptions;

export interface MenuParts {
  platform: NodeJS.Platform;
  words: ShellWords;
  /** What the window can do now, in its language. */
  menus: readonly NativeMenu[];
  /** A command was chosen: its id goes back to the window. */
  run: (id: string) => void;
  zoom: (step: 'in' | 'out' | 'usual') => void;
  newWindow: () => void;
}

/**
 * The menu bar of a window: its own commands, then what a keyboard or a screen reader expects of any program. The keys of
 * commands are shown and not registered, because the window hears them itself; macOS hands a key to the page first.
 */
export function programMenu({ platform, words, menus, run, zoom, newWindow }: MenuParts): Item[] {
  const mac = platform === 'darwin';
  const command = ({ id, title, accelerator }: NativeMenu['items'][number]): Item => ({
    id,
    label: title.replaceAll('&', '&&'),
    click: () => run(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const separator: Item = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    ...menus.map(({ title, items }): Item => ({ label: title, submenu: items.map(command) })),
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { label: words.zoomIn, accelerator: 'CommandOrControl+Plus', click: () => zoom('in') },
        // The same key without Shift, as most keyboards have it.
        { label: words.zoomIn, accelerator: 'CommandOrControl+=', visible: false, click: () => zoom('in') },
        { label: words.zoomOut, accelerator: 'CommandOrControl+-', click: () => zoom('out') },
        { label: words.actualSize, accelerator: 'CommandOrControl+0', click: () => zoom('usual') },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.window,
      submenu: [
        { label: words.newWindow, accelerator: 'CommandOrControl+Shift+N', click: newWindow },
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
        ...(mac ? [] : [separator, { role: 'quit', label: words.quit } as const]),
      ],
    },
  ];
}
