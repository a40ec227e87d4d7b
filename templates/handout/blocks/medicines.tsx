import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { BulletPairs, Paragraph } from '../rows.tsx';
import { WITH_NEXT } from '../table.tsx';
import { INK } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const PAD = 7;
const FRAME = 1.75;

/** Block 12: medicines and food to ask about; a hit against her own medicines stands framed on top. */
export function Medicines({ block, look, first }: BlockProps<'medicines'>): ReactNode {
  const { hers, lead, lines, title } = block;
  const { small } = look.theme;
  const hersWidth = look.width - 2 * (PAD + FRAME);
  const heading = { look, text: title, rule: !first, ...(first ? { above: 0 } : {}) };
  if (hers === undefined)
    return (
      <>
        <Heading {...heading} aside={lead} />
        <BulletPairs look={look} lines={lines} size={small} />
      </>
    );
  return (
    <>
      <Heading {...heading} />
      <View wrap={false} style={{ borderWidth: FRAME, borderColor: INK, padding: PAD, paddingTop: 4, paddingBottom: 5, marginBottom: 5 }}>
        <Words look={look} text={hers} width={hersWidth} />
      </View>
      <Paragraph look={look} text={lead} below={2} ahead={WITH_NEXT} />
      <BulletPairs look={look} lines={lines} size={small} />
    </>
  );
}
