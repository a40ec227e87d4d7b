import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { LabelRows } from '../rows.tsx';
import type { BlockProps } from './blockOf.ts';

/** What to do if something changes: the transfer date, a negative test, bleeding, a dose that came up again. */
export function Changes({ block, look, first }: BlockProps<'changes'>): ReactNode {
  return (
    <>
      <Heading look={look} text={block.title} rule={!first} above={first ? 0 : 3} />
      <LabelRows look={look} rows={block.rows} labelWidth={look.theme.changesLabel} size={look.theme.small} gap={0.5} />
    </>
  );
}
