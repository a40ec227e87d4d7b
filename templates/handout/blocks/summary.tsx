import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { LabelRows } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 3: the visit in three to six lines. The identity's rule stands above it, so it has none of its own. */
export function Summary({ block, look }: BlockProps<'summary'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={false} above={5} />
      <LabelRows look={look} rows={block.rows} labelWidth={look.theme.summaryLabel} size={look.theme.body} gap={1.5} />
    </>
  );
}
