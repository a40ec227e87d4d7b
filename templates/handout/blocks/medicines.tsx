import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Bullets, Paragraph } from '../rows.tsx';
import { INK } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const PAD = 7;
const FRAME = 1.75;

/** Block 12: medicines and food to ask about; a hit against her own medicines stands framed on top. */
export function Medicines({ block, look, first }: BlockProps<'medicines'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} />
      {block.hers && (
        <View wrap={false} style={{ borderWidth: FRAME, borderColor: INK, padding: PAD, paddingTop: 4, paddingBottom: 5, marginBottom: 5 }}>
          <Words look={look} text={block.hers} width={look.width - 2 * (PAD + FRAME)} />
        </View>
      )}
      <Paragraph look={look} text={block.lead} below={2} ahead={36} />
      <Bullets look={look} lines={block.lines} size={look.theme.small} />
    </>
  );
}
