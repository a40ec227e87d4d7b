import type { printPages as english } from '../en/printPages.ts';

/** छपाई की कतार के साथ की चीज़ें: एक साथ कई काग़ज़, छपाई का इतिहास, छोटे काग़ज़। */
export const printPages: Record<keyof typeof english, string> = {
  'batch.choose': 'सब बाक़ी काग़ज़ छापें…',
  'batch.all': 'सब ({count})',
  'batch.doctor': '{doctor} के ({count})',
  'batch.language': '{language} में ({count})',
};
