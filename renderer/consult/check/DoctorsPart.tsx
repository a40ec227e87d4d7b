import { useText } from '../../text/useText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useConsult } from '../answers/ConsultContext.ts';
import { Group } from './CheckGroups.tsx';
import { checkGroups } from './checkRows.ts';
import type { CheckGroup } from './rows.ts';

/** The groups that hold nothing but the doctor's answers. */
export type DoctorsGroup = Extract<CheckGroup['id'], 'decision' | 'protocol' | 'plan'>;

/** What only a doctor changes, as it stands now: to be read and explained, with the reason why there is no field. */
export function DoctorsPart({ group }: { group: DoctorsGroup }) {
  const t = useText();
  const { pack, answers, evaluation, packText } = useConsult();
  const groups = checkGroups({ pack, answers, criteria: evaluation.criteria, packText, t });
  return (
    <>
      <Banner kind="info">
        <p>{t(`doctors.${group}`)}</p>
      </Banner>
      {groups
        .filter(({ id }) => id === group)
        .map((each) => (
          <Group key={each.id} {...each} apart />
        ))}
    </>
  );
}
