import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block } from '#core/domain/handoutModel.ts';
import { type Beside, Row, type Sections, sectionsOf } from '../beside.tsx';
import { each } from '../each.ts';
import { tagged } from '../engine/tags.ts';
import { WITH_NEXT } from '../table.tsx';
import { ACCENT, INK, LINE_HEIGHT, type Look } from '../theme.ts';
import { Words } from '../words.tsx';
import { RedFlagsBeside } from './besideRedFlags.tsx';
import { BlockView } from './block.tsx';
import { DoseSlots } from './doseSlots.tsx';
import { PlanRest } from './plan.tsx';
import { WITH_THE_END } from './questions.tsx';

type Kind = 'summary' | 'plan' | 'redFlags' | 'questions';
type Of<K extends Kind> = Extract<Block, { kind: K }>;
interface Props<K extends Kind> {
  beside: Beside;
  blocks: readonly [Of<K>, Of<K>];
  /** The first block of its page has no rule above its title. */
  first: boolean;
}
interface RowsProps<K extends Kind> extends Props<K> {
  sections: Sections;
}

/** Lines of text that have to follow a title on its page. */
const AHEAD = 30;
/** Between the rows of a block. */
const GAP = 1.5;

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
    return <Summary beside={beside} blocks={[block, other]} first={first} />;
  if (beside && block.kind === 'plan' && other?.kind === 'plan')
    return rest ? (
      <RestOfPlan beside={beside} blocks={[block, other]} first={first} keepRows={keepRows} />
    ) : (
      <Plan beside={beside} blocks={[block, other]} first={first} keepRows={keepRows} />
    );
  if (beside && block.kind === 'redFlags' && other?.kind === 'redFlags') return <RedFlagsBeside beside={beside} blocks={[block, other]} />;
  if (beside && block.kind === 'questions' && other?.kind === 'questions')
    return <Questions beside={beside} blocks={[block, other]} first={first} />;
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

/** The title of a block in both languages, with the rule of every title above them. */
function Titles<K extends Kind>({
  beside,
  sections,
  titles,
  first,
}: Omit<RowsProps<K>, 'blocks'> & { titles: readonly [string, string] }): ReactNode {
  return (
    <View
      wrap={false}
      minPresenceAhead={AHEAD}
      style={
        first
          ? { marginTop: 3, marginBottom: 2 }
          : { marginTop: 5, marginBottom: 2, borderTopWidth: 1.5, borderTopColor: ACCENT, paddingTop: 3 }
      }
    >
      <Row
        beside={beside}
        sections={sections}
        cell={(look, column) => (
          <Words
            look={look}
            text={titles[column]}
            width={look.width}
            size={look.theme.heading}
            bold
            color={ACCENT}
            lineHeight={LINE_HEIGHT.single}
            bookmark={titles[column]}
            tag="H2"
          />
        )}
      />
    </View>
  );
}

/** Rows of a bold label in the line of its text. */
function Labelled(props: {
  beside: Beside;
  sections: Sections;
  rows: readonly [readonly { label: string; text: string }[], readonly { label: string; text: string }[]];
  small?: boolean;
}): ReactNode {
  const { beside, sections, rows, small = false } = props;
  return each(rows[0], (_, index) => (
    <Row
      beside={beside}
      sections={sections}
      style={{ paddingBottom: GAP }}
      cell={(look, column) => {
        const row = rows[column][index];
        const label = row?.label ? `*${row.label}:* ` : '';
        return (
          row && <Words look={look} text={`${label}${row.text}`} width={look.width} size={small ? look.theme.small : look.theme.body} />
        );
      }}
    />
  ));
}

function Summary({ beside, blocks: [one, two], first }: Props<'summary'>): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.title, two.title]} first={first} />
      <Labelled beside={beside} sections={sections} rows={[one.rows, two.rows]} />
    </>
  );
}

/**
 * Block 4. The boxes with the dose stand once, each with both languages in it: two rows of boxes side by side could be
 * taken for two doses.
 */
function Plan({ beside, blocks, first, keepRows }: Props<'plan'> & { keepRows?: number | undefined }): ReactNode {
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

function RestOfPlan({ beside, blocks: [one, two], first, keepRows }: Props<'plan'> & { keepRows?: number | undefined }): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.more?.title ?? one.title, two.more?.title ?? two.title]} first={first} />
      <Labelled beside={beside} sections={sections} rows={[one.rows.slice(keepRows), two.rows.slice(keepRows)]} small />
    </>
  );
}

/** Block 13: each question beside its other self, kept with its answer. */
function Questions({ beside, blocks: [one, two], first }: Props<'questions'>): ReactNode {
  const sections = sectionsOf(beside);
  return (
    <>
      <Titles beside={beside} sections={sections} titles={[one.title, two.title]} first={first} />
      {each(one.items, (_, index) => (
        <Row
          beside={beside}
          sections={sections}
          style={{ paddingBottom: 3.5 }}
          {...(index === one.items.length - 1 ? { ahead: WITH_THE_END.minPresenceAhead } : index === 0 ? { ahead: WITH_NEXT } : {})}
          cell={(look, column) => {
            const item = (column === 0 ? one : two).items[index];
            return (
              item && (
                <View {...tagged('LI')}>
                  <Words
                    look={look}
                    text={`*${item.question}* ${item.answer}`}
                    width={look.width}
                    lineHeight={look.theme.running}
                    tag="LBody"
                  />
                </View>
              )
            );
          }}
        />
      ))}
    </>
  );
}
