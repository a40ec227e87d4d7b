import { useEffect } from 'react';
import { useWindowLanguage } from '../text/language.ts';
import { shellWords } from './words.ts';

/** Gives the shell its words whenever the window's language changes. Used once, in the root. */
export function useShellWords(): void {
  const language = useWindowLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  useEffect(() => window.consultleaf?.setWords?.(shellWords()), [language]);
}
