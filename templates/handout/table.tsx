import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from './each.ts';
import { tagged } from './engine/tags.ts';
import { ACCENT, LINE, LINE_HEIGHT, type Look } from './theme.ts';
import { keptWhole, Words } from './words.tsx';

/** A cell: a text, or something drawn into the given width. */
export type Cell = { text: string; bold?: boolean } | { draw: (width: number) => ReactNode };

const CELL_GAP = 8;
const HEAD_GAP = 6;
/** Keeps a head with what follows it: with any number, the page never ends between them. */
export const WITH_NEXT = 1;

/** Of a row: white above and below its words. */
const ROW_PADDING = 0.7;

const textOf = (cell: Cell | undefined) => (cell && 'text' in cell ? cell.text : '');

/** A bold first cell says what its row is about. */
const headOfRow = (cell: { bold?: boolean }) => (cell.bold ? ({ tag: 'TH', scope: 'Row' } as const) : ({ tag: 'TD' } as const));

/**
 * A table with a head that is repeated on each page it runs over. The widths add up to the type area; a row is cut by the
 * end of a page only when it is nearly as high as one. `whole` keeps all rows on one page where they fit.
 */
export function Table(props: {
  look: Look;
  widths: readonly number[];
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  rowHeight?: number;
  whole?: boolean;
}): ReactNode {
  const { look, widths, head, rows, rowHeight = 0, whole = false } = props;
  const size = look.theme.small;
  const columns = widths.map((width, column) => ({
    text: rows.map((cells) => textOf(cells[column])).join(' '),
    width: width - CELL_GAP,
    size,
  }));
  return (
    <View {...tagged('Table')} {...(whole && keptWhole(look, columns) ? { wrap: false } : {})}>
      <View
        {...tagged('TR')}
        fixed
        wrap={false}
        minPresenceAhead={WITH_NEXT}
        style={{ flexDirection: 'row', alignItems: 'flex-end', borderBottomWidth: 1.25, borderBottomColor: ACCENT, paddingBottom: 2 }}
      >
        {each(head, (text, column) => (
          <Words
            look={look}
            text={text}
            width={widths[column] ?? 0}
            size={size}
            bold
            lineHeight={LINE_HEIGHT.single}
            tag="TH"
            scope="Column"
            style={{ paddingRight: HEAD_GAP }}
          />
        ))}
      </View>
      {each(rows, (cells, row) => (
        <View
          {...tagged('TR')}
          wrap={
            !keptWhole(
              look,
              cells.flatMap((cell, column) => ('text' in cell ? [{ text: cell.text, width: (widths[column] ?? 0) - CELL_GAP, size }] : [])),
            )
          }
          style={{
            flexDirection: 'row',
            paddingTop: ROW_PADDING,
            paddingBottom: ROW_PADDING,
            ...(rowHeight ? { minHeight: rowHeight } : {}),
            ...(row > 0 ? { borderTopWidth: 0.5, borderTopColor: LINE } : {}),
          }}
        >
          {each(cells, (cell, column) => {
            const width = widths[column] ?? 0;
            if ('draw' in cell)
              return (
                <View {...tagged('TD')} style={{ width }}>
                  {cell.draw(width)}
                </View>
              );
            return (
              <Words
                look={look}
                text={cell.text}
                width={width}
                size={size}
                bold={cell.bold ?? false}
                style={{ paddingRight: CELL_GAP }}
                {...headOfRow(cell)}
              />
            );
          })}
        </View>
      ))}
    </View>
  );
}
