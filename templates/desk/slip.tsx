import { Document, type DocumentProps, Page, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { SlipModel, SlipSection } from '#core/domain/deskPaper.ts';
import { each } from '../handout/each.ts';
import { tagged } from '../handout/engine/tags.ts';
import { BesideMark } from '../handout/frame.tsx';
import { ACCENT, INK, LANGUAGE_TAGS, LINE, LINE_HEIGHT, type Look, lookFor, MARGIN, MM } from '../handout/theme.ts';
import { Words } from '../handout/words.tsx';

/** A third of an A4 page: folded into the handout it is as wide as that. */
const THIRD = 99 * MM;
const GAP = 12;

/** When she is expected, in one language. */
function Section({ section, look }: { section: SlipSection; look: Look }): ReactNode {
  const { theme, width } = look;
  return (
    <View {...tagged('Sect', { lang: LANGUAGE_TAGS[section.language] })} style={{ width }}>
      <Words look={look} text={section.title} width={width} size={theme.heading} bold color={ACCENT} lineHeight={1.3} tag="H2" />
      {each(section.days, (day) => (
        <Words look={look} text={day} width={width} size={theme.heading} bold lineHeight={1.35} />
      ))}
      <Words look={look} text={section.bring} width={width} lineHeight={LINE_HEIGHT.single} style={{ marginTop: 4 }} />
      {each(section.phones, ({ label, text }) => (
        <Words look={look} text={`${label} *${text}*`} width={width} size={theme.small} lineHeight={LINE_HEIGHT.furniture} />
      ))}
    </View>
  );
}

/** What is cut off: the clinic, whose paper it is, when she is expected. It grows with what stands in it. */
function Slip({ slip, look }: { slip: SlipModel; look: Look }): ReactNode {
  const [first, second] = slip.sections;
  const columns = second ? (look.width - GAP) / 2 : look.width;
  const lookOf = ({ language }: SlipSection): Look => ({
    ...lookFor(language, 'A4'),
    width: columns,
    ...(language === slip.language ? {} : { otherFace: true }),
  });
  return (
    <View style={{ minHeight: THIRD - MARGIN.top, paddingBottom: 8 }}>
      <BesideMark look={look} mark={slip.sample ? { text: slip.sample, strong: true } : undefined}>
        <Words
          look={look}
          text={slip.clinic.name}
          width={look.width}
          snug
          size={look.theme.body + 2}
          bold
          color={ACCENT}
          lineHeight={1.2}
          tag="H1"
        />
      </BesideMark>
      <Words look={look} text={slip.clinic.address} width={look.width} size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
      <View
        style={{
          borderTopWidth: 1.5,
          borderTopColor: ACCENT,
          borderBottomWidth: 1.5,
          borderBottomColor: ACCENT,
          paddingVertical: 3,
          marginTop: 4,
          marginBottom: 8,
        }}
      >
        <Words look={look} text={slip.name} width={look.width} size={look.theme.body + 3} bold lineHeight={LINE_HEIGHT.single} />
        <Words look={look} text={slip.record} width={look.width} size={look.theme.small} lineHeight={LINE_HEIGHT.furniture} />
      </View>
      <View style={{ flexDirection: 'row', gap: GAP }}>
        {first ? <Section section={first} look={lookOf(first)} /> : null}
        {second ? <Section section={second} look={lookOf(second)} /> : null}
      </View>
    </View>
  );
}

/**
 * The appointment slip: at the top of an A4 page, for every reception has that paper and few have a smaller one, with a
 * line to cut along. Not a component: the engine wants the Document itself.
 */
export function slipDocument(slip: SlipModel): ReactElement<DocumentProps> {
  const look = lookFor(slip.language, 'A4');
  const { theme } = look;
  return (
    <Document>
      <Page
        size={look.page.size}
        style={{
          paddingTop: MARGIN.top,
          paddingRight: MARGIN.right,
          paddingBottom: MARGIN.bottom,
          paddingLeft: MARGIN.left,
          fontFamily: theme.family,
          fontSize: theme.body,
          color: INK,
        }}
      >
        <Slip slip={slip} look={look} />
        <View
          {...tagged('Artifact')}
          style={{
            marginHorizontal: -MARGIN.right + 5 * MM,
            borderTopWidth: 0.75,
            borderTopColor: LINE,
            borderTopStyle: 'dashed',
            paddingTop: 2,
          }}
        >
          <Words
            look={look}
            text={slip.cut}
            width={look.width}
            size={theme.footer}
            lineHeight={LINE_HEIGHT.single}
            style={{ marginLeft: 8 * MM }}
          />
        </View>
      </Page>
    </Document>
  );
}
