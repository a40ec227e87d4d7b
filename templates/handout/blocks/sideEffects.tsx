import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { Paragraph } from '../rows.tsx';
import { Table } from '../table.tsx';
import { LINE_HEIGHT } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 11: each sign, how serious it is and what to do; then both sides of safety in pregnancy. */
export function SideEffects({ block, look, first }: BlockProps<'sideEffects'>): ReactNode {
  const widths = [look.width * 0.4, look.width * 0.31, look.width * 0.29];
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 10} ahead={110} />
      <Table
        look={look}
        widths={widths}
        head={[block.head.sign, block.head.serious, block.head.what]}
        rows={block.rows.map((row) => [{ text: row.sign, bold: true }, { text: row.serious }, { text: row.what }])}
      />
      <Words
        look={look}
        text={block.pregnancyTitle}
        width={look.measure}
        bold
        lineHeight={LINE_HEIGHT.furniture}
        ahead={60}
        style={{ marginTop: 7 }}
      />
      <Paragraph look={look} text={block.pregnancy} />
    </>
  );
}
