import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { fieldKey } from '../answers/conflicts.ts';
import css from './forms.module.css';
import { daysForTest } from './testMends.ts';

export interface TestMendsProps {
  index: number;
  onMove: (date: string) => void;
  onRemove: () => void;
}

/** The ways out for a drug-level test before the first dose: a day that is planned already, or without the test. */
export function TestMends({ index, onMove, onRemove }: TestMendsProps) {
  const t = useText();
  const { answers, evaluation } = useConsult();
  const { firstDay } = evaluation.course;
  const early = evaluation.conflicts.some(({ id, field }) => id === 'testBeforeFirstDose' && fieldKey(field) === `program.tests.${index}`);
  if (!early || firstDay === undefined) return null;
  return (
    <p className={css.mends}>
      {daysForTest(answers.program, index, firstDay).map((date) => (
        <Button key={date} small onPress={() => onMove(date)}>
          {t('monitoring.moveTo', { date: dateText(date, { weekday: true }) })}
        </Button>
      ))}
      <Button small onPress={onRemove}>
        {t('monitoring.removeTest')}
      </Button>
    </p>
  );
}
