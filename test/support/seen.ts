import type { ElementContext } from 'axe-core';

/**
 * What axe looks at: the window, or the open dialog, for what stands behind it is hidden from everybody. Never the voice of
 * the controls' library: it points at controls that are gone once a dialog has closed.
 */
export function seen(): ElementContext {
  const exclude = ['[data-live-announcer]'];
  const dialog = document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  return dialog ? { include: [dialog], exclude } : { exclude };
}
