import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useContext } from 'react';
import {
  CalendarGrid as AriaCalendarGrid,
  Button,
  Calendar,
  CalendarCell,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
} from 'react-aria-components';
import { monthLong } from '../text/dates.ts';
import { useText } from '../text/useText.ts';
import { Button as TextButton } from './Button.tsx';
import css from './DateField.module.css';

function MonthName() {
  const start = useContext(CalendarStateContext)?.visibleRange.start;
  return start ? (
    <span aria-hidden="true">
      {monthLong(start.month)} {start.year}
    </span>
  ) : null;
}

/** The month sheet of a date field. */
export function CalendarGrid({ onClear }: { onClear?: () => void }) {
  const t = useText();
  return (
    <>
      <Calendar firstDayOfWeek="mon">
        <div className={css.head}>
          <Button slot="previous" className={css.button ?? ''} aria-label={t('date.previousMonth')}>
            <ChevronLeft />
          </Button>
          <MonthName />
          <Button slot="next" className={css.button ?? ''} aria-label={t('date.nextMonth')}>
            <ChevronRight />
          </Button>
        </div>
        <AriaCalendarGrid className={css.grid ?? ''} weekdayStyle="short">
          <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className={css.cell ?? ''} />}</CalendarGridBody>
        </AriaCalendarGrid>
      </Calendar>
      {onClear ? (
        <div className={css.clear}>
          <TextButton kind="quiet" small onPress={onClear}>
            {t('date.clear')}
          </TextButton>
        </div>
      ) : null}
    </>
  );
}
