import type { PatientRow } from '#core/contract/patientShapes.ts';
import { useText } from '../../text/useText.ts';
import { Tag } from '../../ui/Tag.tsx';

/** How far the last visit is. */
export function VisitState({ visit }: { visit: PatientRow['lastVisit'] }) {
  const t = useText();
  if (!visit) return <Tag kind="none">{t('visit.none')}</Tag>;
  if (visit.state === 'draft') return <Tag kind="here">{t('visit.draft')}</Tag>;
  return <Tag kind="done">{visit.version === null ? t('visit.final') : t('visit.finalVersion', { version: visit.version })}</Tag>;
}
