import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block } from '#core/domain/handoutModel.ts';
import { type Beside, sectionsOf } from '../beside.tsx';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import type { Look } from '../theme.ts';
import { PlanBeside, RestOfPlanBeside } from './besidePlan.tsx';
import { QuestionsBeside } from './besideQuestions.tsx';
import { RedFlagsBeside } from './besideRedFlags.tsx';
import { type BesideProps, Labelled, Titles } from './besideRows.tsx';
import { BlockView } from './block.tsx';
import { PlanRest } from './plan.tsx';

/**
 * A block as this paper prints it: with its other self beside it where the paper speaks both languages and the block is one
 * of those in both. `keepRows`: rows of the plan that stay on page 1; `rest` prints the others.
 */
export function InItsLanguages(props: {
  beside: Beside | undefined;
  block: Block;
  look: Look;
  first: boolean;
  keepRows?: number | undefined;
  rest?: boolean;
}): ReactNode {
  const { beside, block, look, first, keepRows, rest } = props;
  const other = beside?.blocks.find(({ kind }) => kind === block.kind);
  if (beside && block.kind === 'summary' && other?.kind === 'summary')
    return <SummaryBeside beside={beside} blocks={[block, other]} first={first} />;
  if (beside && block.kind === 'plan' && other?.kind === 'plan')
    return rest ? (
      <RestOfPlanBeside beside={beside} blocks={[block, other]} first={first} keepRows={keepRows} />
    ) : (
      <PlanBeside beside={beside} blocks={[block, other]} first={first} keepRows={keepRows} />
    );
  if (beside && block.kind === 'redFlags' && other?.kind === 'redFlags') return <RedFlagsBeside beside={beside} blocks={[block, other]} />;
  if (beside && block.kind === 'questions' && other?.kind === 'questions')
    return <QuestionsBeside beside={beside} blocks={[block, other]} first={first} />;
  if (rest && keepRows !== undefined && block.kind === 'plan')
    return <PlanRest block={block} look={look} first={first} keepRows={keepRows} />;
  return <BlockView block={block} look={look} first={first} keepRows={keepRows} />;
}

/** For a box of no size that opens a section, which goes on until another closes it. */
const opens: object = { section: 'opens' };
const closes: object = { section: 'closes' };

/**
 * Blocks of the second language below each other, for large print. What begins and ends their section are boxes of no size
 * beside them: a box around them would take the titles from what they head.
 */
export function InLanguage({ beside, blocks }: { beside: Beside; blocks: readonly Block[] }): ReactNode {
  const section = tagged('Sect', { lang: beside.languages[1] });
  return (
    <>
      <View {...section} {...opens} />
      {each(blocks, (block) => (
        <BlockView block={block} look={beside.columns[1]} first={false} />
      ))}
      <View {...section} {...closes} />
    </>
  );
}

/** Block 3, line by line. */
function SummaryBeside({ beside, blocks: [one, two], first }: BesideProps<'summary'>): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.title, two.title]} first={first} />
      <Labelled beside={beside} sections={sections} rows={[one.rows, two.rows]} />
    </>
  );
}
