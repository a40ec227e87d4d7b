import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** The end: the source's own hope, then sources, dates and funding. */
export function Sources({ block, look, first }: BlockProps<'sources'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} ahead={60} />
      <Paragraph look={look} text={block.hope} />
      {each(block.lines, (line) => (
        <Paragraph look={look} text={line} size={look.theme.small} below={2} />
      ))}
    </>
  );
}
