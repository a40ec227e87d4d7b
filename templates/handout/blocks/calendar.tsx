import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { CalendarRow } from '#core/domain/handoutModel.ts';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Heading } from '../heading.tsx';
import { Icon } from '../icons.tsx';
import { TickBox } from '../rows.tsx';
import { WITH_NEXT } from '../table.tsx';
import { ACCENT, type CalendarColumns, INK, LINE, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Black bar at the left of a day on which something happens; the other days are indented by as much. */
const BAR = 5;
const BOX = { standard: 12.5, large: 18 };
const ICON = { standard: 12, large: 17 };
/** So many slots a day stand beside the day, also in large print. */
const FEW = 2;
const ICON_GAP = 5;
/** Between two marks of a day that share a line. */
const MARK_GAP = 8;

interface Columns extends CalendarColumns {
  also: number;
}

function columnsFor(look: Look, slots: number): Columns {
  const { theme } = look;
  const columns = slots > FEW ? theme.calendarColumns.many : theme.calendarColumns.few;
  if (theme.large) {
    // What happens on a day stands in a line of its own under it; so do the boxes when there are more than two.
    const line = look.width - BAR;
    if (slots <= FEW) return { ...columns, also: line };
    return { ...columns, day: line - columns.weekday - columns.date, slot: line / slots, also: line };
  }
  const taken = BAR + columns.weekday + columns.date + columns.day + slots * columns.slot;
  return { ...columns, also: look.width - taken };
}

/** Block 6: a row for each day, a box for each dose of the course. */
export function Calendar({ block, look, first }: BlockProps<'calendar'>): ReactNode {
  const { theme } = look;
  const columns = columnsFor(look, block.head.slots.length);
  return (
    <>
      <Heading look={look} text={block.title} aside={block.how} rule={!first} above={first ? 0 : 6} />
      <View {...tagged('Table')} style={{ borderBottomWidth: 1.5, borderBottomColor: ACCENT }}>
        <Head block={block} look={look} columns={columns} />
        {each(block.rows, (row, index) => (
          <Day look={look} columns={columns} row={row} box={block.head.box} above={block.rows[index - 1]} />
        ))}
      </View>
      <Words look={look} text={block.end} width={look.width} size={theme.small} style={{ marginTop: 3 }} />
    </>
  );
}

function Head({ block, look, columns }: { block: BlockProps<'calendar'>['block']; look: Look; columns: Columns }): ReactNode {
  const { head } = block;
  const cell = (text: string, width: number, centred = false) => (
    <Words
      look={look}
      text={text}
      width={width}
      size={look.theme.small}
      bold
      lineHeight={1.2}
      tag="TH"
      scope="Column"
      style={centred ? { textAlign: 'center' } : { paddingLeft: 4 }}
    />
  );
  return (
    <View
      {...tagged('TR')}
      fixed
      wrap={false}
      minPresenceAhead={WITH_NEXT}
      style={{ paddingLeft: BAR, paddingBottom: 2, borderBottomWidth: 1.5, borderBottomColor: ACCENT }}
    >
      <Lines
        look={look}
        align="flex-end"
        day={[cell(head.weekday, columns.weekday), cell(head.date, columns.date), cell(head.day, columns.day, true)]}
        slots={head.slots.map((slot) => cell(slot, columns.slot, true))}
        also={cell(head.also, columns.also)}
      />
    </View>
  );
}

/**
 * The cells of a row: in one line; in large print what happens on a day stands under it, and so do the boxes when there are
 * more than two.
 */
function Lines(props: { look: Look; align: 'flex-end' | 'center'; day: ReactNode[]; slots: ReactNode[]; also: ReactNode }): ReactNode {
  const { look, align, day, slots, also } = props;
  const line = (cells: readonly ReactNode[]) => (
    <View style={{ flexDirection: 'row', alignItems: align }}>{each(cells, (cell) => cell)}</View>
  );
  if (!look.theme.large) return line([...day, ...slots, also]);
  return (
    <>
      {slots.length > FEW ? line(day) : line([...day, ...slots])}
      {slots.length > FEW ? line(slots) : null}
      {also}
    </>
  );
}

/** true when something happens on the day besides the first or last dose. */
function isMarked(row: CalendarRow | undefined): boolean {
  return row?.marks.some((mark) => mark.kind !== 'first' && mark.kind !== 'last') ?? false;
}

function Day(props: {
  look: Look;
  columns: Columns;
  row: CalendarRow;
  /** What a box to tick is called where nobody sees it. */
  box: string;
  above: CalendarRow | undefined;
}): ReactNode {
  const { look, columns, row, box, above } = props;
  const { theme } = look;
  const marked = isMarked(row);
  const icon = theme.large ? ICON.large : ICON.standard;
  const heavy = marked || isMarked(above);
  const cell = (text: string, width: number, centred = false) => (
    <Words
      look={look}
      text={text}
      width={width}
      size={theme.small}
      bold={marked}
      lineHeight={LINE_HEIGHT.single}
      tag="TD"
      style={centred ? { textAlign: 'center' } : { paddingLeft: 4 }}
    />
  );
  return (
    <View
      {...tagged('TR')}
      wrap={false}
      style={{
        justifyContent: 'center',
        minHeight: theme.calendarRow,
        ...(above ? { borderTopWidth: heavy ? 1.5 : 0.5, borderTopColor: heavy ? INK : LINE } : {}),
        ...(marked ? { borderLeftWidth: BAR, borderLeftColor: INK } : { paddingLeft: BAR }),
      }}
    >
      <Lines
        look={look}
        align="center"
        day={[cell(row.weekday, columns.weekday), cell(row.date, columns.date), cell(row.day, columns.day, true)]}
        slots={row.boxes.map((hasBox) => (
          // biome-ignore lint/correctness/useJsxKeyInIterable: \`each\` gives the keys
          <View {...tagged('TD')} style={{ width: columns.slot, alignItems: 'center' }}>
            {hasBox && <TickBox size={theme.large ? BOX.large : BOX.standard} alt={box} />}
          </View>
        ))}
        also={
          <View
            {...tagged('TD')}
            style={{
              width: columns.also,
              paddingLeft: 4,
              flexDirection: 'row',
              flexWrap: 'wrap',
              columnGap: MARK_GAP,
              ...(row.marks.length > 1 ? { paddingVertical: 1.5 } : {}),
            }}
          >
            {each(row.marks, (mark) => (
              <View style={{ flexDirection: 'row', alignItems: 'center' }}>
                <Icon name={mark.kind} size={icon} stroke={2.4} style={{ marginRight: ICON_GAP }} />
                <Words
                  look={look}
                  text={mark.text}
                  width={columns.also - 4 - icon - ICON_GAP}
                  snug
                  size={theme.small}
                  bold={marked}
                  lineHeight={LINE_HEIGHT.single}
                />
              </View>
            ))}
          </View>
        }
      />
    </View>
  );
}
