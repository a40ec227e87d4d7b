import { Lock } from 'lucide-react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './check.module.css';

/** The end of a record number, long enough to tell two patients of a name apart. */
const TAIL = 4;

export interface FinalButtonProps {
  onPress: () => void;
  /** Why it can't be pressed now; null when it can. */
  whyNot: string | null;
  working: boolean;
}

/** Makes the handout final. It names the patient, so that it is never pressed for another. */
export function FinalButton({ onPress, whyNot, working }: FinalButtonProps) {
  const t = useText();
  const { consultation } = useConsult();
  const { name, recordNumber, age } = consultation.patient;
  const years = age.kind === 'told' ? `, ${age.years}` : '';
  const tail = recordNumber.length > TAIL ? `…${recordNumber.slice(-TAIL)}` : recordNumber;
  return (
    <>
      <Button
        kind="main"
        className={css.final ?? ''}
        onPress={onPress}
        unavailable={whyNot !== null}
        pending={working}
        describedBy="final-after"
      >
        {whyNot === null ? <Lock /> : null}
        <span>
          {working ? t('final.working') : t('final.make')}
          <span className={css.forWhom}>
            {name}
            {years}, <span className="nb">{tail}</span>
          </span>
        </span>
      </Button>
      <p id="final-after" className={css.after}>
        {whyNot ?? t('final.after')}
      </p>
    </>
  );
}
