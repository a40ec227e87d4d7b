import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { sectionOfField } from '#core/domain/gate.ts';
import type { Section } from '#core/domain/pack.ts';
import { useConsult } from '../consult/answers/ConsultContext.ts';
import { focusField, forgetWanted, onWanted, wantedField } from '../consult/place/focus.ts';
import { SectionFields } from '../consult/section/SectionBody.tsx';
import { useText } from '../text/useText.ts';
import { Select } from '../ui/Select.tsx';
import css from './amendAll.module.css';
import type { DraftChange } from './useAmendDraft.ts';

export interface AmendSectionsProps {
  sections: readonly Section[];
  current: string;
  onCurrent: (section: string) => void;
  changes: readonly DraftChange[];
  /** What holds the fields. */
  root: RefObject<HTMLElement | null>;
}

/** One section's fields, with the answers of the final in them; another is chosen above. */
export function AmendSections({ sections, current, onCurrent, changes, root }: AmendSectionsProps) {
  const t = useText();
  const { pack, packText } = useConsult();
  const section = sections.find(({ id }) => id === current);
  const focusWanted = useEffectEvent(() => {
    const key = wantedField(current);
    forgetWanted();
    if (key !== null && root.current) focusField(root.current, key);
  });
  const [asked, setAsked] = useState(0);
  // Runs when another section is drawn, and when a field asked for is: the section may have unfolded it in the same step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else moves the cursor
  useLayoutEffect(() => focusWanted(), [current, asked]);
  useEffect(() => onWanted(() => setAsked((count) => count + 1)), []);
  const countIn = (id: string) => changes.filter(({ key }) => sectionOfField(pack, key) === id).length;
  return (
    <>
      <div className={css.choose}>
        <Select
          label={t('amendAll.sections')}
          choices={sections.map(({ id }) => ({
            value: id,
            label: t('amendAll.section', { title: packText(`section.${id}`), count: countIn(id) }),
          }))}
          value={current}
          onChange={onCurrent}
        />
      </div>
      {section ? (
        <section aria-labelledby="amend-section" key={section.id}>
          <h2 id="amend-section" className="vh">
            {packText(`section.${section.id}`)}
          </h2>
          <SectionFields section={section} />
        </section>
      ) : null}
    </>
  );
}
