import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Bullets } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 10: what is known and what is not; beside its title, first of all, how sure it is. */
export function Evidence({ block, look, first }: BlockProps<'evidence'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} aside={`*${block.lead}*`} rule={!first} {...(first ? { above: 0 } : {})} />
      <Bullets look={look} lines={block.lines} />
    </>
  );
}
