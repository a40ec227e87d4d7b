import { useEffect, useSyncExternalStore } from 'react';
import type { NativeMenu } from '#core/contract/shellBridge.ts';
import { translate } from '../text/i18n.ts';
import { useWindowLanguage } from '../text/language.ts';
import { type RegisteredCommand, registry } from './registry.ts';
import { isSingleKey } from './shortcut.ts';
import { commandGroups } from './table.ts';

const ARROWS: Record<string, string> = { ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down' };

/** A shortcut as Electron writes it: `Ctrl+K` as `CommandOrControl+K`, `Alt+ArrowLeft` as `Alt+Left`; undefined for a single key. */
export function acceleratorOf(shortcut: string): string | undefined {
  if (isSingleKey(shortcut)) return undefined;
  return shortcut
    .split('+')
    .map((key) => (key === 'Ctrl' ? 'CommandOrControl' : (ARROWS[key] ?? key)))
    .join('+');
}

/** The menus of a native menu bar for these commands, in the window's language; a group without a command has no menu. */
export function nativeMenus(commands: readonly RegisteredCommand[]): NativeMenu[] {
  return commandGroups.flatMap((group) => {
    const items = commands
      .filter((command) => command.group === group && !command.hidden)
      .map(({ id, title, shortcut }) => {
        const accelerator = shortcut && acceleratorOf(shortcut);
        return { id, title, ...(accelerator ? { accelerator } : {}) };
      });
    return items.length > 0 ? [{ group, title: translate(`command.group.${group}`), items }] : [];
  });
}

/** Keeps the native menu bar, where there is one, as the registry stands. Used once, in the root. */
export function useNativeMenu(): void {
  const commands = useSyncExternalStore(registry.subscribe, registry.all);
  const language = useWindowLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the titles of the groups follow the language
  useEffect(() => window.consultleaf?.setMenu?.(nativeMenus(commands)), [commands, language]);
  useEffect(
    () =>
      window.consultleaf?.onCommand?.((id) => {
        // What stands behind a dialog doesn't hear its key, and as little its menu.
        if (!document.querySelector('[data-modal]')) registry.run(id);
      }),
    [],
  );
}
