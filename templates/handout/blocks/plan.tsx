import type { ReactNode } from 'react';
import { Heading } from '../heading.tsx';
import { LabelRows } from '../rows.tsx';
import { INK, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import type { BlockProps } from './blockOf.ts';
import { DoseSlots } from './doseSlots.tsx';

/**
 * Block 4: medicine, dose at each time of the day, sum, and the rules. With `keepRows` only so many rows stand here and
 * the block says where the others are; `PlanRest` prints those.
 */
export function Plan({ block, look, keepRows }: BlockProps<'plan'> & { keepRows?: number | undefined }): ReactNode {
  const { theme, width } = look;
  const moved = keepRows !== undefined && keepRows < block.rows.length;
  return (
    <>
      <Heading look={look} text={block.title} above={look.close ? 2 : 4} below={look.close ? 0 : 4} />
      {block.medicine && (
        <Words look={look} text={block.medicine} width={width} size={theme.medicine} bold lineHeight={LINE_HEIGHT.single} />
      )}
      {block.about && <Words look={look} text={block.about} width={width} size={theme.small} />}
      {block.notice && (
        <Words
          look={look}
          text={block.notice}
          width={width}
          size={theme.body + 2}
          bold
          style={{ borderWidth: 2.25, borderColor: INK, paddingHorizontal: 9, paddingVertical: 5, marginTop: 4, marginBottom: 4 }}
        />
      )}
      {block.slots && <DoseSlots look={look} slots={block.slots} />}
      {block.sum && (
        <Words
          look={look}
          text={block.sum}
          width={width}
          size={theme.body + 2}
          bold
          lineHeight={LINE_HEIGHT.furniture}
          style={{ marginBottom: 2 }}
        />
      )}
      <PlanRows look={look} rows={block.rows.slice(0, keepRows)} />
      {moved && block.more && <Words look={look} text={block.more.line} width={width} size={theme.small} bold />}
    </>
  );
}

/** The rows of the plan that page 1 has no room for, on page 2. */
export function PlanRest({ block, look, first, keepRows }: BlockProps<'plan'> & { keepRows: number }): ReactNode {
  return (
    <>
      <Heading look={look} text={block.more?.title ?? block.title} rule={!first} above={first ? 0 : 6} />
      <PlanRows look={look} rows={block.rows.slice(keepRows)} />
    </>
  );
}

function PlanRows({ look, rows }: { look: Look; rows: BlockProps<'plan'>['block']['rows'] }): ReactNode {
  return <LabelRows look={look} rows={rows} labelWidth={look.theme.planLabel} size={look.theme.small} gap={0.75} />;
}
