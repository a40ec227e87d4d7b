import { useParams } from '@tanstack/react-router';
import { FinalPage } from './final/FinalPage.tsx';
import { OpenConsultation } from './OpenConsultation.tsx';

/** The stored pages of a final handout, to print or to save. */
export function FinalScreen() {
  const { consultationId } = useParams({ from: '/consult/$consultationId/final' });
  return (
    <OpenConsultation consultationId={consultationId} done>
      <FinalPage />
    </OpenConsultation>
  );
}
