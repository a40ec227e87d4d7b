import type { cover as english } from '../en/cover.ts';

/** The words of a covered window, of coming back and of another person. */
export const cover = {
  'cover.title': 'यह विंडो ढकी है',
  'cover.by': '{name} के लिए ढकी है। मरीज़ की कोई बात नहीं दिखती।',
  'cover.working': 'आपने जो लिखा, वह सेव हो रहा है।',
  'cover.failed': 'अब कुछ नहीं दिखता, पर प्रोग्राम को नहीं बताया जा सका कि यह विंडो ढकी है।',
  'cover.signOut': 'साइन आउट ही करें',
  'cover.pin': '{name} का पिन',
  'cover.pinHint': '4 से 8 अंक',
  'cover.tries':
    '{count, plural, =1 {एक कोशिश बाक़ी। उसके बाद पासवर्ड चाहिए।} =2 {दो कोशिशें बाक़ी।} =3 {तीन कोशिशें बाक़ी।} other {# कोशिशें बाक़ी।}}',
  'cover.pinUsedUp': 'पिन अब नहीं चलेगा। पासवर्ड लिखें।',
  'cover.noPin': 'पिन नहीं रखा है, इसलिए पासवर्ड चाहिए। पिन “मेरा अकाउंट” में रख सकते हैं।',
  'cover.back': 'वापस आएँ',
  'cover.usePassword': 'पासवर्ड से खोलें',
  'cover.usePin': 'पिन से खोलें',
  'cover.others': 'कोई और',
  'cover.othersLead': 'अपना नाम चुनें, फिर पासवर्ड लिखें।',
  'cover.backTo': '{name} पर वापस',
  'cover.command': 'यह विंडो ढकें',
  'cover.switch': 'दूसरा व्यक्ति',
  'cover.soon':
    '{count, plural, one {यह विंडो # सेकंड में ढक जाएगी: माउस हिलाएँ या कोई कुंजी दबाएँ।} other {यह विंडो # सेकंड में ढक जाएगी: माउस हिलाएँ या कोई कुंजी दबाएँ।}}',
  'signIn.passwordOf': '{name} का पासवर्ड',
  'signIn.back': 'कोई और',
  'waiting.other': '{name} के जवाब अभी सेव नहीं हुए।',
  'waiting.otherText': 'वे इस विंडो में रुके हैं, बिना दिखे, जब तक {name} यहाँ साइन इन न करें। तब तक यह विंडो खुली रखें।',
  'waiting.own': 'एक मुलाक़ात में लिखे आपके जवाब अभी सेव नहीं हुए।',
  'waiting.open': 'मुलाक़ात खोलें',
} as const satisfies Record<keyof typeof english, string>;
