import { parseTime } from '@internationalized/date';
import { TimeField as AriaTimeField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import { fieldLocale } from '../text/dates.ts';
import { useWindowLanguage } from '../text/language.ts';
import { cx } from './cx.ts';
import css from './DateField.module.css';
import field from './Field.module.css';
import { FieldFoot, FieldLabel, type FieldLook } from './FieldParts.tsx';

export interface TimeFieldProps extends FieldLook {
  /** A time of day `HH:MM`, 24 hours, or null while none is given. */
  value: string | null;
  onChange: (value: string | null) => void;
  readOnly?: boolean;
}

/** A field for a time of day on the 24-hour clock. */
export function TimeField(props: TimeFieldProps) {
  useWindowLanguage();
  const { value, onChange, readOnly } = props;
  return (
    <I18nProvider locale={fieldLocale()}>
      <AriaTimeField
        className={field.field ?? ''}
        value={value ? parseTime(value) : null}
        onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)}
        granularity="minute"
        hourCycle={24}
        shouldForceLeadingZeros
        isInvalid={props.error !== undefined}
        validationBehavior="aria"
        isReadOnly={readOnly ?? false}
      >
        <FieldLabel {...props} />
        <DateInput className={cx(css.group, css.time)}>
          {(segment) => <DateSegment segment={segment} className={css.segment ?? ''} />}
        </DateInput>
        <FieldFoot {...props} />
      </AriaTimeField>
    </I18nProvider>
  );
}
