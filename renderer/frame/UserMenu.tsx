import { useNavigate } from '@tanstack/react-router';
import {
  ChevronDown,
  CircleUser,
  EyeOff,
  Info,
  Keyboard,
  Languages,
  LogOut,
  PhoneCall,
  Printer,
  Search,
  Settings,
  Users,
} from 'lucide-react';
import { openKeySheet, openPalette } from '../palette/paletteState.ts';
import { settingsPagesOf } from '../screens/settings/pages.ts';
import { otherLanguage, windowLanguages } from '../text/language.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { useCover } from './cover/CoverContext.ts';
import { useCanCover } from './cover/useCoverKey.ts';
import css from './Head.module.css';
import { useStatus } from './session.ts';
import { useLook } from './useLook.ts';
import { useSignOut } from './useSignOut.ts';

export interface UserMenuProps {
  /** On the dark strip of a patient. */
  onStrip?: boolean;
  /** What the screen adds in front. */
  entries?: readonly MenuEntry[];
}

/** Who is signed in, and what belongs to the person rather than to a patient. */
export function UserMenu({ onStrip, entries = [] }: UserMenuProps) {
  const t = useText();
  const status = useStatus();
  const { user } = status;
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { cover } = useCover();
  const canCover = useCanCover();
  const { change } = useLook();
  if (!user) return null;
  const [settings] = settingsPagesOf(status);
  const other = otherLanguage();
  const own: MenuEntry[] = [
    { id: 'palette', label: t('palette.open'), icon: <Search />, command: 'palette', run: openPalette },
    { id: 'desk', label: t('desk.title'), icon: <Printer />, command: 'desk', run: () => void navigate({ to: '/desk' }) },
    { id: 'calls', label: t('calls.title'), icon: <PhoneCall />, run: () => void navigate({ to: '/calls' }) },
    ...(settings ? [{ id: 'settings', label: t('nav.settings'), icon: <Settings />, run: () => void navigate({ to: settings.to }) }] : []),
    { id: 'keys', label: t('keys.title'), icon: <Keyboard />, command: 'keys', run: openKeySheet },
    { id: 'account', label: t('account.title'), icon: <CircleUser />, run: () => void navigate({ to: '/account' }) },
    { id: 'about', label: t('about.title'), icon: <Info />, run: () => void navigate({ to: '/about' }) },
    { id: 'language', label: windowLanguages[other], lang: other, icon: <Languages />, run: () => change({ language: other }) },
    ...(canCover
      ? [
          { id: 'cover', label: t('cover.command'), icon: <EyeOff />, command: 'cover' as const, run: () => cover() },
          { id: 'switch', label: t('cover.switch'), icon: <Users />, run: () => cover('people') },
        ]
      : []),
    { id: 'signOut', label: t('nav.signOut'), icon: <LogOut />, run: signOut },
  ];
  return (
    <Menu
      label={t('nav.menu')}
      entries={[...entries, ...own]}
      trigger={
        <Button kind={onStrip ? 'strip' : 'quiet'} className={onStrip ? '' : (css.onHead ?? '')}>
          <span className={cx(css.me, onStrip && css.onStrip)}>
            {user.name}
            <small>{user.roles.length > 3 ? t('role.all') : user.roles.map((role) => t(`role.${role}`)).join(', ')}</small>
          </span>
          <ChevronDown />
        </Button>
      }
    />
  );
}
