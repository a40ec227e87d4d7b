import english from 'react-aria-components/i18n/en-US';
import { type ControlWords, controls as hindi } from './hi/controls.ts';
import { windowLanguage } from './language.ts';

/** The words of a part in the window's language at the moment in which they are read; English where there are no others. */
function live(words: ControlWords, own: ControlWords | undefined): ControlWords {
  const result: ControlWords = {};
  for (const [id, word] of Object.entries(words)) {
    Object.defineProperty(result, id, {
      enumerable: true,
      get: () => (windowLanguage() === 'hi' ? (own?.[id] ?? word) : word),
    });
  }
  return result;
}

/**
 * Gives the library of controls its words in the window's language: it has none in Hindi. It reads them from these two
 * places of the page, which it keeps for pages that come from a server, once and for one language; the words in them
 * follow the window.
 */
export function teachControls(): void {
  const words = Object.fromEntries(Object.entries(english).map(([part, each]) => [part, live(each, hindi[part])]));
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'en-GB',
    [Symbol.for('react-aria.i18n.strings')]: words,
  });
}
