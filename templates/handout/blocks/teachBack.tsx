import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { LabelRows } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 14: what was gone over, each part with how it went. */
export function TeachBack({ block, look, first }: BlockProps<'teachBack'>): ReactNode {
  const { small, teachBackLabel } = look.theme;
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} {...(first ? { above: 0 } : {})} />
      <LabelRows look={look} rows={block.rows} labelWidth={teachBackLabel} size={small} gap={0.5} />
    </>
  );
}
