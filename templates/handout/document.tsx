import { Document, type DocumentProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import { BandAndIdentity } from './blocks/band.tsx';
import { BlockView } from './blocks/block.tsx';
import { PlanRest } from './blocks/plan.tsx';
import { each } from './each.ts';
import type { Fonts } from './fonts.ts';
import { type PageCount, Sheet } from './frame.tsx';
import type { Look } from './theme.ts';

export const LANGUAGE_TAGS = { en: 'en-IN', hi: 'hi-IN' } as const;

export interface Layout {
  model: HandoutModel;
  look: Look;
  fonts: Fonts;
  /** How many rows of the plan stay on page 1; the others stand on top of page 2. Without it all stay. */
  keepRows?: number;
  /** Page 1 is set close. */
  close?: boolean;
  /**
   * Where the red flags stand: after the plan; at the top of page 2, and page 1 says so under the clinic's numbers; or
   * first, right under whose paper it is.
   */
  flags?: 'inPlace' | 'later' | 'first';
  /** The summary follows the rest of the plan on page 2. */
  summaryLater?: boolean;
  /** Only the act part, to find out whether it fits. */
  actOnly?: boolean;
  /** Hears the pages of the document and of its act part. */
  onPages: (count: PageCount) => void;
}

/** The whole handout: what to do on a page of its own, then the calendar and what explains. Not a component: the engine wants the Document itself. */
export function handoutDocument(layout: Layout): ReactElement<DocumentProps> {
  return (
    <Document>
      <ActSheet {...layout} />
      {layout.actOnly ? null : <LaterSheets {...layout} />}
    </Document>
  );
}

function ActSheet({
  model,
  fonts,
  keepRows,
  onPages,
  close = false,
  flags = 'inPlace',
  summaryLater = false,
  ...layout
}: Layout): ReactNode {
  const look = { ...layout.look, close };
  const moved = flags === 'inPlace' ? undefined : redFlagsOf(model.act);
  const others = model.act.filter((block) => block !== moved && !(summaryLater && block.kind === 'summary'));
  const pointer = flags === 'later' ? moved?.elsewhere : undefined;
  return (
    <Sheet look={look} model={model} fonts={fonts} act onPages={onPages}>
      <BandAndIdentity look={look} model={model} {...(pointer ? { pointer } : {})} />
      {each(moved && flags === 'first' ? [moved, ...others] : others, (block) => (
        <BlockView block={block} look={look} first={false} keepRows={keepRows} />
      ))}
    </Sheet>
  );
}

/** The calendar from the top of page 2 on, and what explains right after it: no page is left half empty between them. */
function LaterSheets({ model, look, fonts, keepRows, flags, summaryLater = false }: Layout): ReactNode {
  const rest = restOfPlan(model, keepRows);
  const moved = flags === 'later' ? redFlagsOf(model.act) : undefined;
  const blocks = [...model.calendar, ...model.explain];
  if (!rest && !moved && blocks.length === 0) return null;
  return (
    <Sheet look={look} model={model} fonts={fonts}>
      {moved ? <BlockView block={moved} look={look} first /> : null}
      {rest && keepRows !== undefined ? <PlanRest block={rest} look={look} first={!moved} keepRows={keepRows} /> : null}
      {summaryLater
        ? each(
            model.act.filter(({ kind }) => kind === 'summary'),
            (block) => <BlockView block={block} look={look} first={false} />,
          )
        : null}
      {each(blocks, (block, index) => (
        <BlockView block={block} look={look} first={index === 0 && !rest && !moved} />
      ))}
    </Sheet>
  );
}

/** The plan when some of its rows have to stand on page 2. */
function restOfPlan(model: HandoutModel, keepRows: number | undefined): Extract<Block, { kind: 'plan' }> | undefined {
  const plan = planOf(model.act);
  return keepRows !== undefined && plan && keepRows < plan.rows.length ? plan : undefined;
}

/** The plan among the blocks of page 1. */
export function planOf(blocks: readonly Block[]): Extract<Block, { kind: 'plan' }> | undefined {
  return blocks.find((block) => block.kind === 'plan');
}

/** The red flags among the blocks of page 1. */
export function redFlagsOf(blocks: readonly Block[]): Extract<Block, { kind: 'redFlags' }> | undefined {
  return blocks.find((block) => block.kind === 'redFlags');
}
