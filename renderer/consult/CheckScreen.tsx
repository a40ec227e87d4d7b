import { useParams } from '@tanstack/react-router';
import { CheckPage } from './check/CheckPage.tsx';
import { OpenConsultation } from './OpenConsultation.tsx';

/** Everything that will be printed, on one page, and the way to make it final. */
export function CheckScreen() {
  const { consultationId } = useParams({ from: '/consult/$consultationId/check' });
  return (
    <OpenConsultation consultationId={consultationId}>
      <CheckPage />
    </OpenConsultation>
  );
}
