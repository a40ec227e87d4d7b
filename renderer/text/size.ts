import { translate } from './i18n.ts';

const KB = 1000;

/** A size on a disk as people read it: `630 MB`, `1.2 GB`. `bytes` is not negative. */
export function sizeText(bytes: number): string {
  const kb = bytes / KB;
  if (kb < KB) return translate('bytes.kb', { n: Math.max(1, Math.round(kb)) });
  const mb = kb / KB;
  if (mb < KB) return translate('bytes.mb', { n: mb < 10 ? Number(mb.toFixed(1)) : Math.round(mb) });
  return translate('bytes.gb', { n: Number((mb / KB).toFixed(1)) });
}
