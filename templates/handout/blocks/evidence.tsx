import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Bullets, Paragraph } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 10: what is known and what is not. */
export function Evidence({ block, look, first }: BlockProps<'evidence'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} />
      <Paragraph look={look} text={block.lead} bold below={3} ahead={36} />
      <Bullets look={look} lines={block.lines} />
    </>
  );
}
