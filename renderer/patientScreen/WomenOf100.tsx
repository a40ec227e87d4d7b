import type { PatientScreen } from '#core/domain/patientScreen.ts';
import { useText } from '../text/useText.ts';
import css from './patientScreen.module.css';

type Chart = NonNullable<NonNullable<PatientScreen['evidence']>['chart']>;

const ROW = 10;
const ALL = Array.from({ length: 100 }, (_, index) => index);

/** 100 women as circles, ten in a row: full for those in whom it was counted, a ring for the others. */
function Hundred({ of100, label }: { of100: number; label: string }) {
  return (
    <svg className={css.hundred} viewBox="0 0 100 100" role="img" aria-label={label}>
      {ALL.map((index) => (
        <circle
          key={index}
          className={index < of100 ? css.counted : css.notCounted}
          cx={(index % ROW) * 10 + 5}
          cy={Math.floor(index / ROW) * 10 + 5}
          r={3.6}
        />
      ))}
    </svg>
  );
}

/** The arms of a study side by side, each as 100 women, with the real counts below. */
export function WomenOf100({ chart }: { chart: Chart }) {
  const t = useText();
  return (
    <figure className={css.chart}>
      <figcaption>{chart.what}</figcaption>
      <div className={css.arms}>
        {chart.arms.map((arm) => (
          <div key={arm.label} className={css.arm}>
            <Hundred of100={arm.of100} label={t('patientScreen.of100', { label: arm.label, count: arm.of100 })} />
            <p>
              <b>{arm.label}</b>
              <span>{t('patientScreen.about100', { count: arm.of100 })}</span>
              <small>{t('patientScreen.counts', { had: arm.had, women: arm.women })}</small>
            </p>
          </div>
        ))}
      </div>
    </figure>
  );
}
