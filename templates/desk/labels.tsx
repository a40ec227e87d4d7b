import { Document, type DocumentProps, Page, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { type LabelsModel, labelAt } from '#core/domain/deskPaper.ts';
import { each } from '../handout/each.ts';
import { tagged } from '../handout/engine/tags.ts';
import { INK, type Look, lookFor, MM } from '../handout/theme.ts';
import { Words } from '../handout/words.tsx';

/** White round the text of a label: sheets are never fed quite straight, and no printer prints up to the edge. */
const PAD = { x: 5 * MM, y: 3.5 * MM } as const;
const SIZE = { name: 12, longName: 10, record: 11, rest: 10, least: 9 } as const;
/** A longer name or record number, in letters, is set smaller, for a label can't grow. */
const SHORT = { name: 34, record: 24 } as const;
const CLOSE = 1.2;

/** What can be spared ends with an ellipsis. */
const ONE_LINE = { maxLines: 1, textOverflow: 'ellipsis' } as const;

/** One label. What is longer than the label is cut off at its edge and never runs into the next one. */
function Label({ model, look, left, top }: { model: LabelsModel; look: Look; left: number; top: number }): ReactNode {
  const { sheet, name, record, age, clinic, sample } = model;
  const width = sheet.width * MM - 2 * PAD.x;
  const longRecord = record.length > SHORT.record;
  const longName = longRecord ? SIZE.least : SIZE.longName;
  const nameSize = name.length > SHORT.name ? longName : SIZE.name;
  return (
    <View
      {...tagged('Sect')}
      style={{
        position: 'absolute',
        left: left * MM,
        top: top * MM,
        width: sheet.width * MM,
        height: sheet.height * MM,
        paddingHorizontal: PAD.x,
        paddingVertical: PAD.y,
        overflow: 'hidden',
        // The texts stand in a column that is as high as they are: in one of a set height each would give up room of its own
        // and lie under the next.
        flexDirection: 'row',
        alignItems: 'center',
      }}
    >
      <View style={{ width }}>
        <Words look={look} text={record} width={width} size={longRecord ? SIZE.least : SIZE.record} bold lineHeight={CLOSE} />
        <Words look={look} text={name} width={width} size={nameSize} bold lineHeight={CLOSE} style={{ marginVertical: 1 }} />
        <Words look={look} text={age} width={width} size={SIZE.rest} lineHeight={CLOSE} />
        <Words look={look} text={sample ?? clinic.name} width={width} size={8} lineHeight={CLOSE} style={ONE_LINE} />
      </View>
    </View>
  );
}

/** Labels in their places on A4 sheets. Not a component: the engine wants the Document itself. */
export function labelsDocument(model: LabelsModel): ReactElement<DocumentProps> {
  const look = lookFor(model.language, 'A4');
  const places = Array.from({ length: model.count }, (_, index) => labelAt(model.sheet, model.start - 1 + index));
  const pages = [...new Set(places.map(({ page }) => page))];
  return (
    <Document>
      {each(pages, (page) => (
        <Page size={look.page.size} style={{ fontFamily: look.theme.family, color: INK }}>
          {each(
            places.filter((place) => place.page === page),
            ({ left, top }) => (
              <Label model={model} look={look} left={left} top={top} />
            ),
          )}
        </Page>
      ))}
    </Document>
  );
}
