import { useText } from '../../text/useText.ts';
import { SmallPapers } from '../slips/SmallPapers.tsx';

/** A slip with her next dates and labels for her folder, on her own page. */
export function HerSmallPapers({ patient }: { patient: { id: string; name: string } }) {
  const t = useText();
  return (
    <section aria-labelledby="small-papers">
      <h2 id="small-papers">{t('slips.title')}</h2>
      <SmallPapers patient={patient} />
    </section>
  );
}
