import type { Conflict } from '#core/domain/evaluation.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';

/** The key of the answer that a field of an evaluation stands for. */
export function fieldKey(field: string): string {
  return field.startsWith('program.') || field.startsWith('topic.') ? field : `program.${field}`;
}

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;

/** A conflict in one sentence that says what to do. */
export function conflictWords({ id, value }: Conflict, t: Translate): string {
  const date = value && CIVIL.test(value) ? dateText(value, { weekday: true }) : (value ?? '');
  switch (id) {
    case 'endBeforeStart':
      return t('conflict.endBeforeStart');
    case 'startInPast':
      return t('conflict.startInPast');
    case 'firstSlotEmpty':
      return t('conflict.firstSlotEmpty');
    case 'lastSlotEmpty':
      return t('conflict.lastSlotEmpty');
    case 'nextDateInPast':
      return t('conflict.nextDateInPast');
    case 'testBeforeFirstDose':
      return t('conflict.testBeforeFirstDose', { date });
    case 'testAfterLastDose':
      return t('conflict.testAfterLastDose', { date });
    case 'testInPast':
      return t('conflict.testInPast', { date });
    case 'doseOutsideRange':
      return t('conflict.doseOutsideRange');
    case 'visitInPast':
      return t('conflict.visitInPast', { date });
    case 'courseTooLong':
      return t('conflict.courseTooLong');
    case 'priceInFuture':
      return t('conflict.priceInFuture');
    case 'priceInAllLess':
      return t('conflict.priceInAllLess');
  }
}
