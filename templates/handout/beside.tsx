import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import { tagged } from './engine/tags.ts';
import { LANGUAGE_TAGS, LINE, type Look, lookFor } from './theme.ts';

/** White on each side of the line between the two columns. */
const GUTTER = 9;

/** The second language of a paper in both: its blocks, and the looks of the two columns. */
export interface Beside {
  blocks: readonly Block[];
  /** Of the column at the left, in the paper's first language, and of the one at its right. */
  columns: readonly [Look, Look];
  /** Of what stands over the whole width. */
  page: Look;
  languages: readonly [string, string];
}

/** What stands beside the blocks of a model, or `below` them; undefined for a paper in one language. */
export function besideOf(model: HandoutModel, look: Look, below = look.theme.large): Beside | undefined {
  const { beside, language, paper, print } = model;
  if (!beside) return undefined;
  const other = lookFor(beside.language, paper, print);
  const width = below ? look.width : (look.width - 2 * GUTTER) / 2;
  return {
    blocks: beside.blocks,
    page: look,
    columns: [
      { ...look, width },
      { ...other, width, otherFace: true },
    ],
    languages: [LANGUAGE_TAGS[language], LANGUAGE_TAGS[beside.language]],
  };
}

/** The two sections that a block in both languages has in the structure. */
export type Sections = readonly [object, object];

/**
 * Two sections, one after the other in reading order. What is drawn in a box with the first belongs to the first, wherever
 * it stands on the page: so a row holds both languages, and each is read whole.
 */
export function sectionsOf({ languages: [first, second] }: Beside): Sections {
  return [tagged('Sect', { lang: first }), tagged('Sect', { lang: second })];
}

/** One row of a block: the same in both languages, at the same height. It is never cut by the end of a page. */
export function Row(props: {
  beside: Beside;
  sections: Sections;
  cell: (look: Look, column: 0 | 1) => ReactNode;
  ahead?: number;
  style?: Record<string, number | string>;
  /** White above and below the words; the line between the columns goes on beside it. */
  above?: number;
  below?: number;
}): ReactNode {
  const { beside, sections, cell, ahead, style, above = 0, below = 0 } = props;
  const [first, second] = beside.columns;
  const white = { paddingTop: above, paddingBottom: below };
  const together = { wrap: false, ...(ahead ? { minPresenceAhead: ahead } : {}) };
  return (
    <View {...together} style={{ flexDirection: 'row', ...style }}>
      <View {...sections[0]} style={{ width: first.width, marginRight: GUTTER, ...white }}>
        {cell(first, 0)}
      </View>
      <View
        {...sections[1]}
        style={{ width: second.width + GUTTER, paddingLeft: GUTTER - 0.75, borderLeftWidth: 0.75, borderLeftColor: LINE, ...white }}
      >
        {cell(second, 1)}
      </View>
    </View>
  );
}
