import type { files as english } from '../en/files.ts';

/** Files from outside of the records: a visit, a topic pack. */
export const files = {
  'files.title': 'कोई फ़ाइल देखें',
  'files.lead': 'मुलाक़ात की फ़ाइल उस काग़ज़ की तरह दिखाई जाती है जो उससे बनेगा। विषय का पैक जाँचा जाता है। दोनों में से कुछ भी सेव नहीं होता।',
  'files.chooseVisit': 'मुलाक़ात की फ़ाइल चुनें…',
  'files.choosePack': 'विषय के पैक का फ़ोल्डर चुनें…',
  'files.drop': 'या उसे इस विंडो पर खींचकर छोड़ें।',
  'files.neither': 'यह न मुलाक़ात की फ़ाइल (.clvisit, .json) है, न विषय के पैक का फ़ोल्डर। कोई और चुनें।',
  'files.tooLarge': 'यह मुलाक़ात की किसी भी फ़ाइल या विषय के पैक से बड़ा है। कोई और चुनें।',
  'files.visitSound': 'मुलाक़ात {code}: काग़ज़ पर DRAFT या SAMPLE लिखा है, और यहाँ से वह अंतिम नहीं बनाया जा सकता।',
  'files.packSound': 'विषय के इस पैक में कोई ग़लती नहीं मिली।',
  'files.faults': '{count, plural, one {पहले # बात ठीक करनी है।} other {पहले # बातें ठीक करनी हैं।}}',
  'files.line': '{file}, पंक्ति {line}',
} as const satisfies Record<keyof typeof english, string>;
