import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import { Table } from '../table.tsx';
import type { BlockProps } from './blockOf.ts';

const LABEL = 52;

/** Block 9: the ways forward in columns of equal width, good and hard points and cost as rows. */
export function Options({ block, look, first }: BlockProps<'options'>): ReactNode {
  const column = (look.width - LABEL) / Math.max(1, block.columns.length);
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} ahead={150} />
      <Paragraph look={look} text={block.lead} below={2} ahead={110} />
      <Table
        look={look}
        widths={[LABEL, ...block.columns.map(() => column)]}
        head={['', ...block.columns.map((option) => option.title)]}
        rows={[
          [{ text: block.head.good, bold: true }, ...block.columns.map((option) => ({ text: option.good }))],
          [{ text: block.head.hard, bold: true }, ...block.columns.map((option) => ({ text: option.hard }))],
          [{ text: block.head.cost, bold: true }, ...block.columns.map((option) => ({ text: option.cost }))],
        ]}
      />
    </>
  );
}
