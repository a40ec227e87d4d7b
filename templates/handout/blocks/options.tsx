import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { Heading } from '../heading.tsx';
import { LabelRows, Paragraph } from '../rows.tsx';
import { Table, WITH_NEXT } from '../table.tsx';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

const LABEL = 46;

/**
 * Block 9: the ways forward in columns of equal width, good and hard points and cost as rows, all on one page: good points
 * alone would be half of the truth. In large print one after the other.
 */
export function Options({ block, look, first }: BlockProps<'options'>): ReactNode {
  if (look.theme.large)
    return (
      <>
        <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
        <Paragraph look={look} text={block.lead} below={2} ahead={WITH_NEXT} />
        {each(block.columns, ({ title, good, hard, cost }) => (
          <>
            <Words look={look} text={title} width={look.width} bold ahead={WITH_NEXT} tag="H3" style={{ marginTop: 5 }} />
            <LabelRows
              look={look}
              rows={[
                { label: block.head.good, text: good },
                { label: block.head.hard, text: hard },
                { label: block.head.cost, text: cost },
              ]}
              labelWidth={LABEL}
              size={look.theme.body}
              gap={0}
            />
          </>
        ))}
      </>
    );
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
        whole
        rows={[
          [{ text: block.head.good, bold: true }, ...block.columns.map((option) => ({ text: option.good }))],
          [{ text: block.head.hard, bold: true }, ...block.columns.map((option) => ({ text: option.hard }))],
          [{ text: block.head.cost, bold: true }, ...block.columns.map((option) => ({ text: option.cost }))],
        ]}
      />
    </>
  );
}
