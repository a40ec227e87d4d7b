import { Document, type DocumentProps, Page, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { type LabelsModel, labelAt } from '#core/domain/deskPaper.ts';
import { each } from '../handout/each.ts';
import { tagged } from '../handout/engine/tags.ts';
import { INK, type Look, lookFor, MM } from '../handout/theme.ts';
import { Words } from '../handout/words.tsx';

/** White round the text of a label: sheets are never fed quite straight, and no printer prints up to the edge. */
const PAD = { x: 5 * MM, y: 3.5 * MM } as const;
const SIZE = { name: 12, longName: 10, rest: 10 } as const;
/** A longer name, in letters, is set smaller, for a label can't grow. */
const SHORT_NAME = 34;
const CLOSE = 1.2;

/** One label. What is longer than the label is cut off at its edge and never runs into the next one. */
function Label({ model, look, left, top }: { model: LabelsModel; look: Look; left: number; top: number }): ReactNode {
  const { sheet, name, record, age, clinic, sample } = model;
  const width = sheet.width * MM - 2 * PAD.x;
  const nameSize = name.length > SHORT_NAME ? SIZE.longName : SIZE.name;
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
        justifyContent: 'center',
      }}
    >
      <Words look={look} text={name} width={width} size={nameSize} bold lineHeight={CLOSE} />
      <Words look={look} text={record} width={width} size={SIZE.rest + 1} bold lineHeight={CLOSE} style={{ marginTop: 2 }} />
      <Words look={look} text={age} width={width} size={SIZE.rest} lineHeight={CLOSE} />
      <Words look={look} text={sample ?? clinic.name} width={width} size={8} lineHeight={CLOSE} />
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
