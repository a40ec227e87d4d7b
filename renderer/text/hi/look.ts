import type { look as english } from '../en/look.ts';

/** Words of the choice of language and colours. */
export const look = {
  'look.title': 'भाषा और रंग',
  'look.text': 'आपकी अपनी पसंद, हर बार साइन इन करने पर। चुनते ही लागू हो जाती है।',
  'look.language': 'प्रोग्राम की भाषा',
  'look.theme': 'रंग',
  'look.theme.system': 'जैसे कंप्यूटर में हैं',
  'look.theme.light': 'हल्के',
  'look.theme.dark': 'गहरे',
  'look.theme.contrast': 'ज़्यादा साफ़ फ़र्क़',
} as const satisfies Record<keyof typeof english, string>;
