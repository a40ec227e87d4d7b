import type { ReactNode } from 'react';
import { each } from '../each.ts';
import { Heading } from '../heading.tsx';
import { LabelRows } from '../rows.tsx';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';

/** Block 3: the visit in three to six lines. The identity's rule stands above it, so it has none of its own. */
export function Summary({ block, look }: BlockProps<'summary'>): ReactNode {
  if (look.close)
    return (
      <>
        <Heading look={look} text={block.title} rule={false} above={2} below={1} />
        {each(block.rows, (row) => (
          <Words look={look} text={`*${row.label}:* ${row.text}`} width={look.width} />
        ))}
      </>
    );
  return (
    <>
      <Heading look={look} text={block.title} rule={false} above={5} />
      <LabelRows look={look} rows={block.rows} labelWidth={look.theme.summaryLabel} size={look.theme.body} gap={1.5} />
    </>
  );
}
