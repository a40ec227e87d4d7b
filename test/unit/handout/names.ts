/** Names as women in India write them, by script: conjuncts, signs before and around, single names, and all of Europe's letters. */
export const NAMES: Record<string, readonly string[]> = {
  'Latin letters of Europe': ['ŁUKASZ Ñandú Đỗ', 'Zoë Björk Åsa Ærø Œuvre', 'ŞÜKRÜ Čapek Őrsi Ďuriš', 'Ġorġ Ķēniņš Ūsas Țara ẞtraße'],
  Devanagari: ['सुनीता देवी', 'लक्ष्मी श्रीवास्तव', 'ज्योत्स्ना कृष्णमूर्ति', 'हृषिता'],
  Gujarati: ['સુનીતા પટેલ', 'જ્યોત્સ્ના શ્રીમાળી', 'ક્રિષ્ના'],
  Bengali: ['সুনীতা দেবী', 'জ্যোৎস্না চট্টোপাধ্যায়', 'শ্রীময়ী'],
  Gurmukhi: ['ਸੁਨੀਤਾ ਕੌਰ', 'ਪ੍ਰੀਤ ਸਿੰਘ', 'ਗੁਰਪ੍ਰੀਤ'],
  Tamil: ['சுனிதா தேவி', 'ஸ்ரீலட்சுமி', 'கௌசல்யா'],
  Telugu: ['సునీత దేవి', 'శ్రీలక్ష్మి', 'కృష్ణవేణి'],
  Kannada: ['ಸುನೀತಾ ದೇವಿ', 'ಶ್ರೀಲಕ್ಷ್ಮಿ', 'ಕೃಷ್ಣಮೂರ್ತಿ'],
  Malayalam: ['സുനിത ദേവി', 'ശ്രീലക്ഷ്മി', 'കൃഷ്ണൻ'],
  Urdu: ['سنیتا دیوی', 'فاطمہ بیگم', 'خدیجہ ڈھاکہ'],
};
