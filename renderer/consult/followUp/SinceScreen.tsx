import { useParams } from '@tanstack/react-router';
import { OpenConsultation } from '../OpenConsultation.tsx';
import { SincePage } from './SincePage.tsx';

/** What was so at the visit that a follow-up goes on from, and what has changed since. */
export function SinceScreen() {
  const { consultationId } = useParams({ from: '/consult/$consultationId/since' });
  return (
    <OpenConsultation consultationId={consultationId}>
      <SincePage />
    </OpenConsultation>
  );
}
