import css from './forms.module.css';
import { TestsPlan } from './TestsPlan.tsx';
import { VisitsPlan } from './VisitsPlan.tsx';

/** Blood tests and visits with their dates. */
export function MonitoringForm() {
  return (
    <div className={css.form}>
      <TestsPlan />
      <VisitsPlan />
    </div>
  );
}
