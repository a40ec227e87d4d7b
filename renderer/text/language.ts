import { useSyncExternalStore } from 'react';
import { i18n } from './i18n.ts';

/** The languages of the interface, each by its own name. */
export const windowLanguages = { en: 'English', hi: 'हिन्दी' } as const;
export type WindowLanguage = keyof typeof windowLanguages;

/** The language in which the window speaks now. */
export function windowLanguage(): WindowLanguage {
  return i18n.locale === 'hi' ? 'hi' : 'en';
}

/** The language that a switch leads to. */
export function otherLanguage(): WindowLanguage {
  return windowLanguage() === 'hi' ? 'en' : 'hi';
}

/** Lets the window speak `language` at once: every screen, the fields and the page's own `lang`. */
export function setWindowLanguage(language: WindowLanguage): void {
  document.documentElement.lang = language;
  i18n.activate(language);
}

/** The language of a window until the program says which one was chosen: Hindi where the system speaks it, else English. */
export function startLanguage(system: readonly string[] = navigator.languages): WindowLanguage {
  return system[0]?.toLowerCase().split('-')[0] === 'hi' ? 'hi' : 'en';
}

/** The window's language; the component follows a change. */
export function useWindowLanguage(): WindowLanguage {
  return useSyncExternalStore((changed) => i18n.on('change', changed), windowLanguage);
}
