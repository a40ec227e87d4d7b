import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import { WITH_NEXT } from '../table.tsx';
import { LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Between the columns, and the part of the width that the first one has: the sources are the longer text. */
const GUTTER = 18;
const FIRST = 0.7;

/** The last of the footers: smaller than what she reads, as the foot of each page is. */
const footOf = (look: Look) => ({ size: look.theme.sources, lineHeight: LINE_HEIGHT.furniture, tag: 'BibEntry', wide: true }) as const;

/** The end: the source's own hope over the whole width, then what the paper rests on beside its dates and funding. */
export function Sources({ block, look, first }: BlockProps<'sources'>): ReactNode {
  const room = look.width - GUTTER;
  const [what = '', ...further] = block.lines;
  if (look.theme.large)
    return (
      <>
        <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
        {each([block.hope, ...block.lines], (line) => (
          <Paragraph look={look} text={line} />
        ))}
      </>
    );
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
      <Paragraph look={look} text={block.hope} ahead={WITH_NEXT} />
      <View wrap={false} style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
        <Words look={look} text={what} width={room * FIRST} {...footOf(look)} />
        <View style={{ width: room * (1 - FIRST) }}>
          {each(further, (line) => (
            <Words look={look} text={line} width={room * (1 - FIRST)} {...footOf(look)} />
          ))}
        </View>
      </View>
    </>
  );
}
