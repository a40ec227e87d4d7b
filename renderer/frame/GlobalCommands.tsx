import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../commands/useCommands.ts';
import { openKeySheet, openPalette } from '../palette/paletteState.ts';
import { useOpenFiles } from '../screens/files/useOpenFiles.ts';
import { settingsPagesOf } from '../screens/settings/pages.ts';
import { otherLanguage, windowLanguages } from '../text/language.ts';
import { useText } from '../text/useText.ts';
import { useCover } from './cover/CoverContext.ts';
import { useCanCover } from './cover/useCoverKey.ts';
import { useHasRole, useStatus } from './session.ts';
import { useLook } from './useLook.ts';
import { useSignOut } from './useSignOut.ts';

/** What can be done on every screen. */
export function GlobalCommands() {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { cover } = useCover();
  const canCover = useCanCover();
  const { change } = useLook();
  const clinical = useHasRole('doctor', 'counsellor');
  useOpenFiles(clinical);
  const pages = settingsPagesOf(useStatus());
  useCommands([
    { id: 'palette', title: t('palette.open'), run: openPalette },
    { id: 'keys', title: t('keys.title'), run: openKeySheet },
    { id: 'patients', title: t('nav.allPatients'), run: () => void navigate({ to: '/' }) },
    { id: 'desk', title: t('desk.title'), run: () => void navigate({ to: '/desk' }) },
    { id: 'desk.history', title: t('history.title'), run: () => void navigate({ to: '/desk/history' }) },
    { id: 'calls', title: t('calls.title'), run: () => void navigate({ to: '/calls' }) },
    ...pages.map(({ to, title }, at) => ({
      id: `settings.${at + 1}` as const,
      title: t('settings.command', { page: t(title) }),
      run: () => void navigate({ to }),
    })),
    { id: 'language', title: Object.values(windowLanguages).reverse().join(' / '), run: () => change({ language: otherLanguage() }) },
    { id: 'account', title: t('account.title'), run: () => void navigate({ to: '/account' }) },
    { id: 'about', title: t('about.title'), run: () => void navigate({ to: '/about' }) },
    clinical && { id: 'files', title: t('files.title'), run: () => void navigate({ to: '/files' }) },
    canCover && { id: 'switch', title: t('cover.switch'), run: () => cover('people') },
    { id: 'signOut', title: t('nav.signOut'), run: signOut },
  ]);
  return null;
}
