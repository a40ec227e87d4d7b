import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block } from '#core/domain/handoutModel.ts';
import { type Beside, Row, type Sections } from '../beside.tsx';
import { each } from '../each.ts';
import { ACCENT, LINE_HEIGHT } from '../theme.ts';
import { Words } from '../words.tsx';

/** The blocks that stand in both languages. */
type Kind = 'summary' | 'plan' | 'redFlags' | 'questions';
/** A block of its kind. */
export type Of<K extends Kind> = Extract<Block, { kind: K }>;
/** What a block in both languages gets: both its selves. */
export interface BesideProps<K extends Kind> {
  beside: Beside;
  blocks: readonly [Of<K>, Of<K>];
  /** The first block of its page has no rule above its title. */
  first: boolean;
}
interface RowsProps<K extends Kind> extends BesideProps<K> {
  sections: Sections;
}

/** Lines of text that have to follow a title on its page. */
const AHEAD = 30;
/** Between the rows of a block. */
const GAP = 1.5;

/** The title of a block in both languages, with the rule of every title above them. */
export function Titles<K extends Kind>({
  beside,
  sections,
  titles,
  first,
}: Omit<RowsProps<K>, 'blocks'> & { titles: readonly [string, string] }): ReactNode {
  return (
    <View
      wrap={false}
      minPresenceAhead={AHEAD}
      style={first ? { marginTop: 3 } : { marginTop: 5, borderTopWidth: 1.5, borderTopColor: ACCENT, paddingTop: 3 }}
    >
      <Row
        beside={beside}
        sections={sections}
        below={2}
        cell={(look, column) => (
          <Words
            look={look}
            text={titles[column]}
            width={look.width}
            size={look.theme.heading}
            bold
            color={ACCENT}
            lineHeight={LINE_HEIGHT.single}
            bookmark={titles[column]}
            tag="H2"
          />
        )}
      />
    </View>
  );
}

/** Rows of a bold label in the line of its text. */
export function Labelled(props: {
  beside: Beside;
  sections: Sections;
  rows: readonly [readonly { label: string; text: string }[], readonly { label: string; text: string }[]];
  small?: boolean;
}): ReactNode {
  const { beside, sections, rows, small = false } = props;
  return each(rows[0], (_, index) => (
    <Row
      beside={beside}
      sections={sections}
      below={GAP}
      cell={(look, column) => {
        const row = rows[column][index];
        const label = row?.label ? `*${row.label}:* ` : '';
        return (
          row && <Words look={look} text={`${label}${row.text}`} width={look.width} size={small ? look.theme.small : look.theme.body} />
        );
      }}
    />
  ));
}
