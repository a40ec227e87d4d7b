import { dateText } from '../../text/dates.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from '../answers/ConsultContext.ts';
import css from './protocol.module.css';
import { layOut, type TimelineMark, WIDTH } from './timeline.ts';
import { slotWords } from './words.ts';

const BAR_Y = 26;
const BAR_HEIGHT = 22;
const MARK_Y = 62;
const ROW_HEIGHT = 34;

/** The sign of a mark, so that its kind doesn't rest on colour: diamond, drop, square. */
function Sign({ kind, x }: { kind: TimelineMark['kind']; x: number }) {
  if (kind === 'transfer') return <path className={css.solid} d={`M${x} ${MARK_Y - 8}l8 8l-8 8l-8 -8z`} />;
  if (kind === 'visit') return <rect className={css.mark} x={x - 6.5} y={MARK_Y - 6.5} width="13" height="13" rx="2" />;
  return <path className={css.mark} d={`M${x} ${MARK_Y - 9}c5 6 7 8 7 11a7 6 0 0 1 -14 0c0-3 2-5 7-11z`} />;
}

/** "05-Dec": the axis alone may leave the year out. */
function dayOnAxis(date: string): string {
  return dateText(date, { weekday: true }).slice(0, -5);
}

/** The course as a picture: the medicine as a bar with an open end while no last day is planned, and what lies along it. */
export function CoursePicture() {
  const t = useText();
  const { answers, evaluation, today, packText } = useConsult();
  const { program } = answers;
  const { firstDay, lastDay } = evaluation.course;
  const odd = new Map(evaluation.conflicts.map(({ id, field }) => [field, id]));
  const marks: TimelineMark[] = [
    ...(program.transferDate
      ? [{ kind: 'transfer' as const, date: program.transferDate, label: t('protocol.course.transfer'), bad: false }]
      : []),
    ...(program.tests ?? []).map(({ test, name, date }, index) => {
      const conflict = odd.get(`program.tests.${index}`);
      const label = test === 'other' ? (name ?? t('protocol.course.test')) : packText(`test.${test}`);
      const said =
        conflict === 'testBeforeFirstDose'
          ? t('protocol.course.tooEarly')
          : conflict === 'testAfterLastDose'
            ? t('protocol.course.tooLate')
            : label;
      return { kind: 'test' as const, date, label: said, bad: conflict !== undefined };
    }),
    ...(program.visits ?? []).map(({ date }, index) => ({
      kind: 'visit' as const,
      date,
      label: t('protocol.course.visit'),
      bad: odd.has(`program.visits.${index}`),
    })),
  ];
  const line = layOut({ today, firstDay, lastDay, marks });
  if (!line) return null;
  const rows = Math.max(1, ...line.marks.map(({ row }) => row + 1));
  const height = MARK_Y + 16 + rows * ROW_HEIGHT;
  return (
    <svg className={css.course} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="course-title">
      <title id="course-title">
        {t('protocol.course.title', { from: dateText(line.from), to: lastDay ? dateText(lastDay) : t('protocol.course.open') })}
      </title>
      {line.weeks.map(({ date, x }) => (
        <g key={date}>
          <line className={css.grid} x1={x} y1="18" x2={x} y2={MARK_Y + 12} />
          <text x={x} y="12" textAnchor="middle">
            {dayOnAxis(date)}
          </text>
        </g>
      ))}
      {line.bar ? (
        <>
          <rect
            className={css.bar}
            x={line.bar.start}
            y={BAR_Y}
            width={Math.max(line.bar.end - line.bar.start, 3)}
            height={BAR_HEIGHT}
            rx="4"
          />
          {line.bar.open ? <path className={css.open} d={`M${line.bar.end} ${BAR_Y}h22l11 11l-11 11h-22z`} /> : null}
          {program.units && line.bar.end - line.bar.start > 220 ? (
            <text className={css.onBar} x={line.bar.start + 10} y={BAR_Y + 15}>
              {slotWords(program.units, undefined, t)}
            </text>
          ) : null}
        </>
      ) : null}
      {line.today === null ? null : (
        <>
          <line className={css.today} x1={line.today} y1="18" x2={line.today} y2={MARK_Y + 12} />
          <text x={line.today} y="12" textAnchor="middle">
            {t('protocol.course.today')}
          </text>
        </>
      )}
      {line.marks.map(({ kind, date, label, bad, x, row }) => (
        <g key={`${kind} ${date} ${label}`} className={bad ? css.bad : undefined}>
          <Sign kind={kind} x={x} />
          <text textAnchor="middle" x={x} y={MARK_Y + 26 + row * ROW_HEIGHT}>
            <tspan className={css.bold}>{label}</tspan>
            <tspan x={x} dy="14">
              {dayOnAxis(date)}
            </tspan>
          </text>
        </g>
      ))}
    </svg>
  );
}
