import { type ReactNode, useId } from 'react';
import { useStatus } from '../../frame/session.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import css from './Rows.module.css';
import { type Days, isBackwards } from './rowFilter.ts';

export interface RowFiltersProps {
  filter: Days;
  onDays: (change: Days) => void;
  /** Takes every part out of the filter. */
  onClear: () => void;
  /** The filters of this list alone, before the days. */
  children: ReactNode;
  /** Why one of them can't be chosen from. */
  failure?: ReactNode;
}

/** Which rows are shown: the filters of this list, the days from and to, and the way back to everything. */
export function RowFilters({ filter, onDays, onClear, children, failure }: RowFiltersProps) {
  const t = useText();
  const { today } = useStatus();
  const titleId = useId();
  return (
    <section className={css.filters} aria-labelledby={titleId}>
      <h2 id={titleId} className="vh">
        {t('log.filters')}
      </h2>
      {children}
      <DateField label={t('log.from')} value={filter.from ?? null} max={today} onChange={(from) => onDays({ from: from ?? undefined })} />
      <DateField
        label={t('log.to')}
        value={filter.to ?? null}
        error={isBackwards(filter) ? t('log.order') : undefined}
        max={today}
        onChange={(to) => onDays({ to: to ?? undefined })}
      />
      {Object.keys(filter).length > 0 ? (
        <div className={css.clear}>
          <Button kind="quiet" onPress={onClear}>
            {t('log.clear')}
          </Button>
        </div>
      ) : null}
      {failure}
    </section>
  );
}
