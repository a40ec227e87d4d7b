import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { Heading } from '../heading.tsx';
import { TickBox } from '../rows.tsx';
import { keptWhole, Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const BOX = 13;
const GAP = 8;

/** What is still to check, each with a box to tick. */
export function Needed({ block, look, first }: BlockProps<'needed'>): ReactNode {
  const size = look.theme.small;
  const width = look.width - BOX - GAP;
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 3} />
      {each(block.items, (item) => (
        <View {...tagged('LI')} wrap={!keptWhole(look, [{ text: item, width, size }])} style={{ flexDirection: 'row', marginBottom: 1 }}>
          <View style={{ marginTop: 2, marginRight: GAP }}>
            <TickBox size={BOX} />
          </View>
          <Words look={look} text={item} width={width} size={size} tag="LBody" />
        </View>
      ))}
    </>
  );
}
