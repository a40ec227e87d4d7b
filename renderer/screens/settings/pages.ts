import type { Role, Status } from '#core/contract/shapes.ts';
import type { TextId } from '../../text/i18n.ts';

export interface SettingsPage {
  /** The page's address. */
  to:
    | '/settings'
    | '/settings/people'
    | '/settings/topics'
    | '/settings/backups'
    | '/settings/printing'
    | '/settings/updates'
    | '/settings/second-computer'
    | '/settings/log'
    | '/settings/support';
  title: TextId & `settings.page.${string}`;
  /** Who may open it. */
  roles: readonly Role[];
}

/** The pages of the settings, in the order of the list beside them. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { to: '/settings', title: 'settings.page.clinic', roles: ['administrator'] },
  { to: '/settings/people', title: 'settings.page.people', roles: ['administrator'] },
  { to: '/settings/topics', title: 'settings.page.topics', roles: ['doctor', 'counsellor'] },
  { to: '/settings/backups', title: 'settings.page.backups', roles: ['doctor', 'counsellor', 'reception', 'administrator'] },
  { to: '/settings/printing', title: 'settings.page.printing', roles: ['doctor', 'counsellor', 'reception', 'administrator'] },
  { to: '/settings/updates', title: 'settings.page.updates', roles: ['administrator'] },
  { to: '/settings/second-computer', title: 'settings.page.second', roles: ['administrator'] },
  { to: '/settings/log', title: 'settings.page.log', roles: ['administrator'] },
  { to: '/settings/support', title: 'settings.page.support', roles: ['doctor', 'administrator'] },
];

/** The pages that whoever is signed in may open; a second computer has none. */
export function settingsPagesOf({ user, device }: Pick<Status, 'user' | 'device'>): readonly SettingsPage[] {
  return device ? [] : SETTINGS_PAGES.filter((page) => page.roles.some((role) => user?.roles.includes(role)));
}
