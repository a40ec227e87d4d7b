import type * as Electron from 'electron';

/** Only what a keyboard or a screen reader expects of any program: editing, size of the text, windows. */
export function programMenu(platform: NodeJS.Platform): Electron.MenuItemConstructorOptions[] {
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    { role: 'windowMenu' },
  ];
}
