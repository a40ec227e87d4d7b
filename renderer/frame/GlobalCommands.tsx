import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../commands/useCommands.ts';
import { openKeySheet, openPalette } from '../palette/paletteState.ts';
import { useText } from '../text/useText.ts';
import { useHasRole } from './session.ts';
import { useSignOut } from './UserMenu.tsx';

/** What can be done on every screen. */
export function GlobalCommands() {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const administrator = useHasRole('administrator');
  useCommands([
    { id: 'palette', title: t('palette.open'), shortcut: 'Ctrl+K', hidden: true, run: openPalette },
    { id: 'keys', title: t('keys.title'), shortcut: '?', run: openKeySheet },
    { id: 'patients', title: t('nav.allPatients'), shortcut: 'Alt+P', run: () => void navigate({ to: '/' }) },
    { id: 'calls', title: t('calls.title'), run: () => void navigate({ to: '/calls' }) },
    ...(administrator ? [{ id: 'settings', title: t('nav.settings'), run: () => void navigate({ to: '/settings' }) }] : []),
    { id: 'signOut', title: t('nav.signOut'), run: signOut },
  ]);
  return null;
}
