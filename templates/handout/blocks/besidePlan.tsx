import type { ReactNode } from 'react';
import { Row, sectionsOf } from '../beside.tsx';
import { INK, LINE_HEIGHT } from '../theme.ts';
import { Words } from '../words.tsx';
import { type BesideProps, Labelled, type Of, Titles } from './besideRows.tsx';
import { DoseSlots } from './doseSlots.tsx';

/**
 * Block 4. The boxes with the dose stand once, each with both languages in it: two rows of boxes side by side could be
 * taken for two doses.
 */
export function PlanBeside({ beside, blocks, first, keepRows }: BesideProps<'plan'> & { keepRows?: number | undefined }): ReactNode {
  const sections = sectionsOf(beside);
  const [one, two] = blocks;
  const moved = keepRows !== undefined && keepRows < one.rows.length;
  const line = (pick: (block: Of<'plan'>) => string | undefined, words: (text: string, column: 0 | 1) => object) =>
    pick(one) === undefined ? null : (
      <Row
        beside={beside}
        sections={sections}
        cell={(look, column) => {
          const text = pick(blocks[column]) ?? '';
          return <Words look={look} text={text} width={look.width} {...words(text, column)} />;
        }}
      />
    );
  const small = (column: 0 | 1) => beside.columns[column].theme.small;
  const large = (column: 0 | 1, more: number) => ({ size: beside.columns[column].theme.body + more, bold: true });
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.title, two.title]} first={first} />
      {line(
        ({ medicine }) => medicine,
        (_, column) => ({ ...large(column, 3), lineHeight: LINE_HEIGHT.single }),
      )}
      {line(
        ({ about }) => about,
        (_, column) => ({ size: small(column) }),
      )}
      {line(
        ({ notice }) => notice,
        (_, column) => ({
          ...large(column, 1),
          style: { borderWidth: 2.25, borderColor: INK, paddingHorizontal: 7, paddingVertical: 4, marginTop: 3, marginBottom: 3 },
        }),
      )}
      {one.slots && two.slots ? (
        <DoseSlots look={beside.page} slots={one.slots} beside={{ look: beside.columns[1], slots: two.slots, sections }} />
      ) : null}
      {line(
        ({ sum }) => sum,
        (_, column) => ({ ...large(column, 0), lineHeight: LINE_HEIGHT.furniture }),
      )}
      <Labelled beside={beside} sections={sections} rows={[one.rows.slice(0, keepRows), two.rows.slice(0, keepRows)]} small />
      {moved &&
        line(
          ({ more }) => more?.line,
          (_, column) => ({ size: small(column), bold: true }),
        )}
    </>
  );
}

/** The rows of the plan that page 1 has no room for, in both languages. */
export function RestOfPlanBeside({
  beside,
  blocks: [one, two],
  first,
  keepRows,
}: BesideProps<'plan'> & { keepRows?: number | undefined }): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.more?.title ?? one.title, two.more?.title ?? two.title]} first={first} />
      <Labelled beside={beside} sections={sections} rows={[one.rows.slice(keepRows), two.rows.slice(keepRows)]} small />
    </>
  );
}
