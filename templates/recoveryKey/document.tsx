import { Document, type DocumentProps, Page, Text, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { LATIN_FAMILY } from '../handout/scripts.ts';
import { ACCENT, INK, LINE, lookFor, MARGIN, MM } from '../handout/theme.ts';
import { Words } from '../handout/words.tsx';
import { WORDS } from './words.ts';

/** What stands on the page besides its own words. */
export interface RecoveryKeyPage {
  clinicName: string;
  /** The day it was made, as it is printed. */
  madeOn: string;
  /** The key, group by group. */
  groups: readonly string[];
}

/** Groups on a line: the eye counts four. */
const IN_LINE = 4;
const GAP = 8;
const PAD = 12;

const look = lookFor('en', 'A4');

/** A group of the key with its number, so that it can be read out and asked for. Set close: readers copy a wide gap as a space. */
function Group({ group, number, width }: { group: string; number: number; width: number }): ReactNode {
  return (
    <View style={{ width, borderWidth: 1, borderColor: LINE, borderRadius: 4, paddingVertical: PAD, alignItems: 'center' }} wrap={false}>
      <Text style={{ fontSize: 24, fontWeight: 700, lineHeight: 1.2 }}>{group}</Text>
      <Text style={{ fontSize: 10, lineHeight: 1.3 }}>{number}</Text>
    </View>
  );
}

function Key({ groups }: { groups: readonly string[] }): ReactNode {
  const width = (look.width - (IN_LINE - 1) * GAP) / IN_LINE;
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: GAP, marginTop: 18 }}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none changes its place
        <Group key={index} group={group} number={index + 1} width={width} />
      ))}
    </View>
  );
}

/** A line to be filled in by hand. */
function ByHand({ label }: { label: string }): ReactNode {
  return (
    <View style={{ flex: 1, flexDirection: 'row', alignItems: 'flex-end', gap: 6 }}>
      <Text style={{ fontSize: 11 }}>{label}</Text>
      <View style={{ flex: 1, borderBottomWidth: 1, borderColor: LINE, marginBottom: 2 }} />
    </View>
  );
}

/** The recovery key as a page to be locked away. Not a component: the engine wants the Document itself. */
export function recoveryKeyDocument({ clinicName, madeOn, groups }: RecoveryKeyPage): ReactElement<DocumentProps> {
  const { width } = look;
  return (
    <Document>
      <Page
        size={look.page.size}
        style={{
          paddingTop: MARGIN.top * 1.5,
          paddingRight: MARGIN.right,
          paddingBottom: 21.5 * MM,
          paddingLeft: MARGIN.left,
          fontFamily: LATIN_FAMILY,
          color: INK,
        }}
      >
        <Words
          look={look}
          text={`${WORDS.program}: ${WORDS.title}`}
          width={width}
          size={26}
          bold
          color={ACCENT}
          lineHeight={1.2}
          tag="H1"
        />
        <Words look={look} text={clinicName} width={width} size={16} bold style={{ marginTop: 10 }} />
        <Words look={look} text={`${WORDS.made} ${madeOn}`} width={width} style={{ marginTop: 2 }} />
        <Key groups={groups} />
        <View style={{ marginTop: 20, borderWidth: 2, borderColor: INK, borderRadius: 4, padding: PAD }}>
          <Words look={look} text={WORDS.danger} width={width - 2 * PAD - 4} size={16} bold />
        </View>
        {[WORDS.whatFor, WORDS.keep, WORDS.lost, WORDS.without].map((text) => (
          <Words key={text} look={look} text={text} width={width} style={{ marginTop: 14 }} />
        ))}
        <View style={{ flexDirection: 'row', gap: 24, marginTop: 36 }}>
          <ByHand label={WORDS.keptAt} />
          <ByHand label={WORDS.keptBy} />
        </View>
      </Page>
    </Document>
  );
}
