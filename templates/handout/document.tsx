import { Document, type DocumentProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import { type Beside, besideOf } from './beside.tsx';
import { BandAndIdentity } from './blocks/band.tsx';
import { InItsLanguages, InLanguage } from './blocks/besideBlock.tsx';
import { each } from './each.ts';
import { KeptParts } from './engine/kept.ts';
import type { Fonts } from './fonts.ts';
import { Sheet } from './frame.tsx';
import type { Look } from './theme.ts';

/** For the engine: pages are counted and not laid out (`scripts/mendPdfEngine.ts`). */
const COUNT_ONLY: object = { countOnly: true };

/** For the engine: the layout of parts that it has laid out before. */
const KEPT: object = { kept: new KeptParts() };

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
  /** Only the act part, to count its pages: it can't be drawn. */
  actOnly?: boolean;
  /** Hears the pages of the act part. */
  onPages: (pages: number) => void;
}

/** The whole handout: what to do on a page of its own, then the calendar and what explains. Not a component: the engine wants the Document itself. */
export function handoutDocument(layout: Layout): ReactElement<DocumentProps> {
  return (
    <Document {...KEPT} {...(layout.actOnly ? COUNT_ONLY : {})}>
      {gives(layout.model) ? (
        <>
          <ActSheet {...layout} />
          {layout.actOnly ? null : <LaterSheets {...layout} />}
        </>
      ) : (
        <>
          <OneSheet {...layout} />
          <OtherNotice {...layout} />
        </>
      )}
    </Document>
  );
}

/** The data-protection notice in the second language, on a page behind the one that is signed. */
function OtherNotice({ model, look, fonts }: Layout): ReactNode {
  const other = besideOf(model, look, true);
  const blocks = other?.blocks.filter(({ kind }) => kind === 'notice') ?? [];
  if (!other || blocks.length === 0) return null;
  return (
    <Sheet look={look} model={model} fonts={fonts}>
      <InLanguage beside={other} blocks={blocks} />
    </Sheet>
  );
}

/** true for a paper with a dose or red flags: they stand on page 1, and the calendar begins on page 2. */
export function gives(model: HandoutModel): boolean {
  return model.act.some(({ kind }) => kind === 'plan' || kind === 'redFlags');
}

/** A paper that gives no medicine: nothing has to stand on a page of its own, so it flows from page 1 on. */
function OneSheet({ model, fonts, onPages, close = false, ...layout }: Layout): ReactNode {
  const look = { ...layout.look, close };
  const beside = sideBySide(model, look);
  return (
    <Sheet look={look} model={model} fonts={fonts} act onPages={onPages}>
      <BandAndIdentity look={look} model={model} />
      {each(model.act, (block) => (
        <InItsLanguages beside={beside} block={block} look={look} first={beside !== undefined} />
      ))}
      <LaterBlocks model={model} look={look} beside={beside} first={false} />
    </Sheet>
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
  const beside = sideBySide(model, look);
  const moved = flags === 'inPlace' ? undefined : redFlagsOf(model.act);
  const others = model.act.filter((block) => block !== moved && !(summaryLater && block.kind === 'summary'));
  const pointers = [moved, redFlagsOf(model.beside?.blocks ?? [])].flatMap((block) => block?.elsewhere ?? []);
  return (
    <Sheet look={look} model={model} fonts={fonts} act onPages={onPages}>
      <BandAndIdentity look={look} model={model} {...(flags === 'later' ? { pointer: pointers.join(' · ') } : {})} />
      {each(moved && flags === 'first' ? [moved, ...others] : others, (block, index) => (
        <InItsLanguages beside={beside} block={block} look={look} first={beside !== undefined && index === 0} keepRows={keepRows} />
      ))}
    </Sheet>
  );
}

/** The calendar from the top of page 2 on, and what explains right after it: no page is left half empty between them. */
function LaterSheets({ model, look, fonts, keepRows, flags, summaryLater = false }: Layout): ReactNode {
  const beside = sideBySide(model, look);
  const rest = restOfPlan(model, keepRows);
  const moved = flags === 'later' ? redFlagsOf(model.act) : undefined;
  const summary = summaryLater ? model.act.find(({ kind }) => kind === 'summary') : undefined;
  if (!rest && !moved && model.calendar.length + model.explain.length === 0) return null;
  return (
    <Sheet look={look} model={model} fonts={fonts}>
      {moved ? <InItsLanguages beside={beside} block={moved} look={look} first /> : null}
      {rest ? <InItsLanguages beside={beside} block={rest} look={look} first={!moved} keepRows={keepRows} rest /> : null}
      {summary ? <InItsLanguages beside={beside} block={summary} look={look} first={!rest && !moved} /> : null}
      <LaterBlocks model={model} look={look} beside={beside} first={!rest && !moved && !summary} />
    </Sheet>
  );
}

/** The calendar, and what explains; in large print the second language before them, and its questions after those of the first. */
function LaterBlocks(props: { model: HandoutModel; look: Look; beside: Beside | undefined; first: boolean }): ReactNode {
  const { model, look, beside, first } = props;
  const other = beside ? undefined : besideOf(model, look);
  const inOther = (questions: boolean) =>
    other ? <InLanguage beside={other} blocks={other.blocks.filter(({ kind }) => (kind === 'questions') === questions)} /> : null;
  return (
    <>
      {inOther(false)}
      {each([...model.calendar, ...model.explain], (block, index) => (
        <>
          <InItsLanguages beside={beside} block={block} look={look} first={first && index === 0 && !other} />
          {block.kind === 'questions' ? inOther(true) : null}
        </>
      ))}
    </>
  );
}

/** Both languages in columns; in large print the second follows the first, and nothing stands side by side. */
function sideBySide(model: HandoutModel, look: Look): Beside | undefined {
  return look.theme.large ? undefined : besideOf(model, look);
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
