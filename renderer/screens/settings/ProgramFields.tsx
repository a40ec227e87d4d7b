import type { ProgramSettings } from '#core/contract/shapes.ts';
import { useText } from '../../text/useText.ts';
import { NumberField } from '../../ui/NumberField.tsx';

/** The program's settings as they are typed: an empty field is no number. */
export type ProgramDraft = { [Field in keyof ProgramSettings]: number | null };

const MOST_MINUTES = 60;
const MOST_YEARS = 50;

export interface ProgramFieldsProps {
  draft: ProgramDraft;
  onChange: (draft: ProgramDraft) => void;
  /** By field of the contract. */
  problems: Record<string, string>;
}

/** What only the program needs: when a window is covered, how long records are kept. */
export function ProgramFields({ draft, onChange, problems }: ProgramFieldsProps) {
  const t = useText();
  return (
    <>
      <NumberField
        label={t('program.idle')}
        hint={t('program.idleHint')}
        unit={t('program.minutes')}
        min={1}
        max={MOST_MINUTES}
        steps
        value={draft.idleMinutes}
        onChange={(idleMinutes) => onChange({ ...draft, idleMinutes })}
        error={problems['program.idleMinutes'] === undefined ? undefined : t('program.idleWrong', { most: MOST_MINUTES })}
      />
      <NumberField
        label={t('program.retention')}
        hint={t('program.retentionHint')}
        unit={t('program.years')}
        min={1}
        max={MOST_YEARS}
        steps
        value={draft.retentionYears}
        onChange={(retentionYears) => onChange({ ...draft, retentionYears })}
        error={problems['program.retentionYears'] === undefined ? undefined : t('program.retentionWrong', { most: MOST_YEARS })}
      />
    </>
  );
}
