import type { about as english } from '../en/about.ts';

/** Words of "About" and of the report for support. */
export const about = {
  'about.title': 'Consultleaf के बारे में',
  'about.lead': 'बिना इंटरनेट के मुलाक़ात में मदद, और छापने के लिए काग़ज़। संस्करण {version}।',
  'about.what':
    'डॉक्टर और मरीज़ साथ में जो देखते हैं, प्रोग्राम वह संभालता है और उनका अपना काग़ज़ छापता है। फ़ैसला प्रोग्राम नहीं, डॉक्टर करते हैं। सब कुछ इसी कंप्यूटर पर रहता है।',
  'about.free': 'MIT लाइसेंस वाला मुफ़्त सॉफ़्टवेयर। यह दूसरों के काम से बना है; उनके लाइसेंस नीचे लिखे हैं।',
  'about.chromium': 'विंडो दिखाने वाले Chromium के लाइसेंस प्रोग्राम के पास की फ़ाइल {file} में हैं।',
  'about.licences': 'लाइसेंस',
  'about.search': 'प्रोग्राम का हिस्सा या लाइसेंस ढूँढें',
  'about.count': '{count, plural, =0 {कुछ नहीं मिला।} one {# हिस्सा।} other {# हिस्से।}}',
  'about.list': 'प्रोग्राम के हिस्से',
  'about.words': '{name} का लाइसेंस',
  'about.choose': 'लाइसेंस पढ़ने के लिए कोई हिस्सा चुनें।',

  'settings.page.support': 'सहायता',
  'support.text': 'कुछ काम न करे, तो रिपोर्ट से मदद करने वाले को आसानी होती है।',
  'support.what':
    'इसमें संस्करण, आकार, रिकॉर्ड की गिनती, बिना नाम की सेटिंग और प्रोग्राम के लॉग की आख़िरी लाइनें होती हैं। कोई मरीज़, नाम, जवाब या पासवर्ड नहीं।',
  'support.make': 'रिपोर्ट बनाएँ',
  'support.read': 'रिपोर्ट',
  'support.readText': 'सेव करने से पहले पढ़ लें। यह मदद करने वाले के लिए अंग्रेज़ी में है। कहीं कुछ नहीं भेजा जाता: फ़ाइल आप ख़ुद देते हैं।',
  'support.save': 'सहायता के लिए रिपोर्ट सेव करें',
  'support.saved': '{name} नाम से सेव हुई।',
} as const satisfies Record<keyof typeof english, string>;
