import { useSyncExternalStore } from 'react';
import { i18n } from './i18n.ts';

/** The languages of the interface, each by its own name. */
export const windowLanguages = { en: 'English', hi: 'हिन्दी' } as const;
export type WindowLanguage = keyof typeof windowLanguages;

/** Where a window remembers its language: two letters, and nothing about anybody. */
const KEPT = 'consultleaf.language';

/** The language in which the window speaks now. */
export function windowLanguage(): WindowLanguage {
  return i18n.locale === 'hi' ? 'hi' : 'en';
}

/** The language that a switch leads to. */
export function otherLanguage(): WindowLanguage {
  return windowLanguage() === 'hi' ? 'en' : 'hi';
}

/** Lets the window speak `language` at once: every screen, the fields and the page's own `lang`. */
function speak(language: WindowLanguage): void {
  document.documentElement.lang = language;
  i18n.activate(language);
}

/** Changes the language of the window and remembers it for the next start. */
export function setWindowLanguage(language: WindowLanguage): void {
  speak(language);
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A profile that keeps nothing: the language holds until the window is closed.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** The language in which a window starts: the one chosen last, else Hindi where the system speaks it, else English. */
export function startLanguage(remembered = kept(), system: readonly string[] = navigator.languages): WindowLanguage {
  if (remembered === 'en' || remembered === 'hi') return remembered;
  return system[0]?.toLowerCase().split('-')[0] === 'hi' ? 'hi' : 'en';
}

/** Speaks the language in which this window starts. */
export function startSpeaking(): void {
  speak(startLanguage());
}

/** The window's language; the component follows a change. */
export function useWindowLanguage(): WindowLanguage {
  return useSyncExternalStore((changed) => i18n.on('change', changed), windowLanguage);
}
