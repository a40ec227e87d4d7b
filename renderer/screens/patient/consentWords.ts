import type { Consent } from '#core/contract/rights.ts';
import type { Translate } from '../../text/i18n.ts';

/** How she answered the notice, in words. */
export function howWords({ how }: Pick<Consent, 'how'>, t: Translate): string {
  return how.kind === 'readAloud'
    ? t('rights.how.readAloud', { language: how.language, by: how.by })
    : t(how.kind === 'signed' ? 'rights.how.signed' : 'rights.how.said');
}
