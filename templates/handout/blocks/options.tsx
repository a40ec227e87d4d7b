import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import { Table, WITH_NEXT } from '../table.tsx';
import type { BlockProps } from './blockOf.ts';

const LABEL = 46;

/** Block 9: the ways forward in columns of equal width, good and hard points and cost as rows. */
export function Options({ block, look, first }: BlockProps<'options'>): ReactNode {
  const column = (look.width - LABEL) / Math.max(1, block.columns.length);
  const widths = [LABEL, ...block.columns.map(() => column)];
  const head = ['', ...block.columns.map((option) => option.title)];
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
      <Paragraph look={look} text={block.lead} below={2} ahead={WITH_NEXT} />
      <Table
        look={look}
        widths={widths}
        head={head}
        rows={[
          [{ text: block.head.good, bold: true }, ...block.columns.map((option) => ({ text: option.good }))],
          [{ text: block.head.hard, bold: true }, ...block.columns.map((option) => ({ text: option.hard }))],
          [{ text: block.head.cost, bold: true }, ...block.columns.map((option) => ({ text: option.cost }))],
        ]}
      />
    </>
  );
}
