import { type CalendarDate, type DateValue, parseDate } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Button, DateInput, DatePicker, DateSegment, Dialog, Group, I18nProvider, Popover } from 'react-aria-components';
import { fieldLocale, monthShort, weekdayShort } from '../text/dates.ts';
import { useText } from '../text/useText.ts';
import { CalendarGrid } from './CalendarGrid.tsx';
import { cx } from './cx.ts';
import css from './DateField.module.css';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';

export interface DateFieldProps extends FieldLook {
  /** A civil date `YYYY-MM-DD`, or null while none is given. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** The first and last day that the calendar offers, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
}

/** While a year is typed, `2`, `20` and `202` are years too: they are not meant. */
const FIRST_YEAR = 1900;

/** A field for a day, shown as `Sat 05-Dec-2026`. Every part is typed or stepped with the arrows; Alt+↓ opens a calendar. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, min, max, readOnly, autoFocus, className } = props;
  const t = useText();
  const [known, setKnown] = useState(value);
  const [draft, setDraft] = useState<DateValue | null>(value ? parseDate(value) : null);
  const [left, setLeft] = useState(false);
  if (known !== value) {
    setKnown(value);
    setDraft(value ? parseDate(value) : null);
  }
  const unfinished = draft !== null && draft.year < FIRST_YEAR;
  function tell(next: string | null) {
    if (next === known) return;
    setKnown(next);
    onChange(next);
  }
  function change(next: DateValue | null) {
    setDraft(next);
    if (next === null) tell(null);
    else if (next.year >= FIRST_YEAR) tell(next.toString());
  }
  function leave() {
    setLeft(true);
    // What stands in the field is no date: the old one must not be kept behind it.
    if (unfinished) tell(null);
  }
  const error = props.error ?? (unfinished && left ? t('date.unfinished') : undefined);
  return (
    <I18nProvider locale={fieldLocale()}>
      <DatePicker<CalendarDate>
        className={cx(field.field, className)}
        value={draft as CalendarDate | null}
        onChange={change}
        onFocus={() => setLeft(false)}
        onBlur={leave}
        granularity="day"
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        validationBehavior="aria"
        isReadOnly={readOnly ?? false}
        {...(min ? { minValue: parseDate(min) } : {})}
        {...(max ? { maxValue: parseDate(max) } : {})}
        {...(autoFocus ? { autoFocus: true } : {})}
      >
        <FieldLabel {...props} />
        <Group className={css.group ?? ''}>
          {draft && !unfinished ? <span className={css.weekday}>{weekdayShort(draft.toString())}</span> : null}
          <DateInput className={css.segments ?? ''}>
            {(segment) => (
              <DateSegment segment={segment} className={css.segment ?? ''}>
                {({ type, text, isPlaceholder }) => {
                  if (type === 'literal') return '-';
                  if (isPlaceholder && (type === 'day' || type === 'month' || type === 'year')) return t(`date.placeholder.${type}`);
                  return type === 'month' ? monthShort(Number(text)) : text;
                }}
              </DateSegment>
            )}
          </DateInput>
          <Button className={css.button ?? ''} aria-label={t('date.openCalendar')}>
            <CalendarDays />
          </Button>
        </Group>
        <FieldFoot {...props} error={error} />
        <Popover className={css.popover ?? ''}>
          <Dialog aria-label={props.label}>
            {({ close }) => (
              <CalendarGrid
                {...(draft
                  ? {
                      onClear: () => {
                        change(null);
                        close();
                      },
                    }
                  : {})}
              />
            )}
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
