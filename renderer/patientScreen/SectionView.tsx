import { useRef } from 'react';
import type { PatientScreen } from '#core/domain/patientScreen.ts';
import { useText } from '../text/useText.ts';
import { cx } from '../ui/cx.ts';
import { RichText } from '../ui/RichText.tsx';
import css from './patientScreen.module.css';
import { PointIcon } from './pointIcons.tsx';
import { useFit } from './useFit.ts';
import { WomenOf100 } from './WomenOf100.tsx';

function Evidence({ evidence }: { evidence: NonNullable<PatientScreen['evidence']> }) {
  const t = useText();
  return (
    <>
      <p className={css.sure}>
        <RichText text={evidence.lead} />
      </p>
      <div className={cx(css.line, evidence.chart && css.withChart)}>
        <p className={css.said}>
          <RichText text={evidence.text} />
        </p>
        {evidence.chart ? <WomenOf100 chart={evidence.chart} /> : null}
      </div>
      <p className={css.note}>{t('patientScreen.evidence', { number: evidence.number, of: evidence.of })}</p>
    </>
  );
}

/** A section in large plain words: title, line, and its points, or one line of the evidence in their place. */
export function SectionView({ screen }: { screen: PatientScreen }) {
  const area = useRef<HTMLElement>(null);
  useFit(area);
  return (
    <main className={css.area} ref={area}>
      <div className={css.inner}>
        <h1>{screen.title}</h1>
        {screen.evidence ? (
          <Evidence evidence={screen.evidence} />
        ) : (
          <>
            <p className={css.lead}>
              <RichText text={screen.lead} />
            </p>
            {screen.points.length > 0 ? (
              <ul className={cx(css.points, screen.points.length > 3 && css.two)}>
                {screen.points.map(({ icon, text }) => (
                  <li key={text}>
                    <PointIcon icon={icon} />
                    <span>
                      <RichText text={text} />
                    </span>
                  </li>
                ))}
              </ul>
            ) : null}
            {screen.note ? (
              <p className={css.note}>
                <RichText text={screen.note} />
              </p>
            ) : null}
          </>
        )}
      </div>
    </main>
  );
}
