import { Document, type DocumentProps, Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { TestModel } from '#core/domain/deskPaper.ts';
import { each } from '../handout/each.ts';
import { ACCENT, INK, lookFor, MM } from '../handout/theme.ts';
import { Words } from '../handout/words.tsx';

const FRAME = { width: 190 * MM, height: 60 * MM } as const;
const PAD = 5 * MM;

/** A frame of a known size with how the page was printed in it. Not a component: the engine wants the Document itself. */
export function testDocument({ language, title, clinic, lines }: TestModel): ReactElement<DocumentProps> {
  const look = lookFor(language, 'A4');
  const width = FRAME.width - 2 * PAD;
  return (
    <Document>
      <Page size={look.page.size} style={{ padding: 10 * MM, fontFamily: look.theme.family, color: INK }}>
        <View style={{ ...FRAME, borderWidth: 1, borderColor: INK, padding: PAD }}>
          <Words look={look} text={title} width={width} size={look.theme.heading} bold color={ACCENT} lineHeight={1.3} tag="H1" />
          <Words look={look} text={clinic.name} width={width} bold />
          {each(lines, (line) => (
            <Words look={look} text={line} width={width} size={look.theme.small} />
          ))}
        </View>
      </Page>
    </Document>
  );
}
