import { AUDIT_ACTIONS, type AuditAction } from '#core/domain/auditActions.ts';
import { translate } from '../../text/i18n.ts';

/** What was done, as a sentence; an action that this version doesn't know says so. */
export function actionText(action: string): string {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? translate(`log.action.${action as AuditAction}`) : translate('log.unknown');
}
