import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Bullets } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 6 when the first or the last day isn't known: relative wording instead of boxes. */
export function Relative({ block, look, first }: BlockProps<'relative'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 4} />
      <Bullets look={look} lines={block.lines} />
    </>
  );
}
