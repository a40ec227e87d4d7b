import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Pack } from '#core/domain/pack.ts';
import { useText } from '../../text/useText.ts';
import { cx } from '../../ui/cx.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import { FieldPlace } from '../answers/fields.tsx';
import { useProgramAnswer } from '../answers/useAnswer.ts';
import { FactLinks } from '../section/FactLinks.tsx';
import css from './protocol.module.css';

type About = Pack['protocol']['alternatives'][number];

function AlternativeGroup({ about, options }: About) {
  const t = useText();
  const { packText } = useConsult();
  const answer = useProgramAnswer('chosen');
  const chosen = answer.value?.[about] ?? null;
  return (
    <FieldPlace name={`${answer.key}.${about}`}>
      <RadioGroup value={chosen} onChange={(id) => answer.set({ ...answer.value, [about]: id })}>
        <Label className={css.about ?? ''}>{t(`protocol.about.${about}`)}</Label>
        {options.map(({ id, facts }) => (
          <div key={id} className={cx(css.alternative, id === chosen && css.chosen)}>
            <Radio value={id} className={css.radio ?? ''}>
              <span className={css.dot} aria-hidden="true" />
              <span>{packText(`alternative.${id}`)}</span>
            </Radio>
            <FactLinks ids={facts} />
          </div>
        ))}
      </RadioGroup>
    </FieldPlace>
  );
}

/** What the source says in more than one way, side by side with the ids. The doctor chooses; nothing is chosen before. */
export function Alternatives() {
  const t = useText();
  const { pack } = useConsult();
  if (pack.protocol.alternatives.length === 0) return null;
  return (
    <section className={css.card} aria-labelledby="alternatives">
      <h2 id="alternatives">{t('protocol.alternatives')}</h2>
      <div className={css.alternatives}>
        {pack.protocol.alternatives.map((each) => (
          <AlternativeGroup key={each.about} {...each} />
        ))}
      </div>
    </section>
  );
}
