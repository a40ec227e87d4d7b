import { useSyncExternalStore } from 'react';
import { i18n, type Translate, translate } from './i18n.ts';

function onLanguageChange(changed: () => void): () => void {
  return i18n.on('change', changed);
}

/** The function that gives the words of a message, typed by id; the component follows a change of language. */
export function useText(): Translate {
  useSyncExternalStore(onLanguageChange, () => i18n.locale);
  return translate;
}
