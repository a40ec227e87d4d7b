import type { shell as english } from '../en/shell.ts';

/** What the program says outside of its pages. */
export const shell = {
  'shell.edit': 'बदलें',
  'shell.undo': 'वापस लें',
  'shell.redo': 'फिर से करें',
  'shell.cut': 'काटें',
  'shell.copy': 'कॉपी करें',
  'shell.paste': 'चिपकाएँ',
  'shell.selectAll': 'सब चुनें',
  'shell.view': 'देखें',
  'shell.actualSize': 'सामान्य आकार',
  'shell.zoomIn': 'बड़ा',
  'shell.zoomOut': 'छोटा',
  'shell.fullScreen': 'पूरी स्क्रीन',
  'shell.window': 'विंडो',
  'shell.newWindow': 'नई विंडो',
  'shell.minimize': 'छोटी करके रखें',
  'shell.close': 'विंडो बंद करें',
  'shell.quit': 'प्रोग्राम बंद करें',
  'shell.show': 'Consultleaf दिखाएँ',
  'shell.waiting': 'इस विंडो के कुछ जवाब अभी सेव नहीं हुए हैं। इसे बंद करने पर वे मिट जाएँगे।',
  'shell.stay': 'यहीं रहें',
  'shell.closeAnyway': 'बंद करें, जवाब मिट जाएँगे',
  'shell.windowLost': 'यह विंडो कई बार अपने आप बंद हो गई। जो सेव हुआ था वह सब मौजूद है।',
  'shell.windowStuck': 'यह विंडो जवाब नहीं दे रही। इसे दोबारा खोलने पर आख़िर में लिखा हुआ मिट सकता है।',
  'shell.openAgain': 'इसे दोबारा खोलें',
  'shell.wait': 'रुकें',
  'shell.installFailed': 'अपडेट शुरू नहीं हो सका। प्रोग्राम वैसा ही है। इसे फिर से चलाएँ, और पेन ड्राइव से अपडेट फिर से लें।',
  'shell.storeLost':
    'रिकॉर्ड रखने वाला हिस्सा कई बार बंद हो गया। जो सेव हुआ था वह सब मौजूद है। कंप्यूटर दोबारा शुरू करें; फिर भी ऐसा हो, तो बैकअप से रिकॉर्ड वापस लाएँ।',
  'shell.queue': '{count, plural, =0 {कोई काग़ज़ छपने के लिए बाक़ी नहीं} one {# काग़ज़ छपने के लिए बाक़ी है} other {# काग़ज़ छपने के लिए बाक़ी हैं}}',
} as const satisfies Record<keyof typeof english, string>;
