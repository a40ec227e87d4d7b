import type { Block, HandoutModel } from '#core/domain/handoutModel.ts';
import { checkCharacters } from './checkCharacters.ts';
import { gives, handoutDocument, type Layout, planOf, redFlagsOf } from './document.tsx';
import { type LaidOut, layOutDocument } from './engine/draw.ts';
import type { Fonts } from './fonts.ts';
import { LANGUAGE_TAGS, type Look, lookFor } from './theme.ts';

/** A rendered handout: bytes, and how many pages. */
export interface RenderedHandout {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

type Fixed = Pick<Layout, 'model' | 'look' | 'fonts'>;
/** What gives way when page 1 is too full. */
type GivingWay = Required<Pick<Layout, 'keepRows' | 'close' | 'flags'>> & Pick<Layout, 'summaryLater'>;

/** How page 1 gives way besides the rows of the plan, in this order. */
const STEPS: readonly Omit<GivingWay, 'keepRows'>[] = [
  { close: true, flags: 'inPlace' },
  { close: false, flags: 'later' },
  { close: true, flags: 'later' },
];

/** In large print and on a paper in both languages what she takes stays on page 1 before the summary does. */
const WITHOUT_SUMMARY: Omit<GivingWay, 'keepRows'> = { close: true, flags: 'later', summaryLater: true };

/** On a paper in both languages the red flags stay on page 1 before the summary does, too. */
const BOTH: readonly Omit<GivingWay, 'keepRows'>[] = [
  { close: true, flags: 'inPlace' },
  { close: false, flags: 'inPlace', summaryLater: true },
  { close: true, flags: 'inPlace', summaryLater: true },
  { close: true, flags: 'later' },
  WITHOUT_SUMMARY,
];

function stepsOf({ theme }: Look, { beside }: HandoutModel): readonly Omit<GivingWay, 'keepRows'>[] {
  if (theme.large) return [...STEPS, WITHOUT_SUMMARY];
  return beside ? BOTH : STEPS;
}

interface Before {
  tooFull: boolean;
  keepRows: number;
}

/**
 * What the paper before this one of its kind needed: most papers are the next draft of the last one. It tells what to try
 * first, and never what comes out.
 */
const befores = new Map<string, Before>();

function beforeOf({ language, print, paper, beside }: HandoutModel): Before {
  const kind = [language, beside?.language, print, paper].join(' ');
  const known = befores.get(kind) ?? { tooFull: false, keepRows: 0 };
  befores.set(kind, known);
  return known;
}

/**
 * The handout as PDF bytes: the same bytes for the same model, in any process.
 *
 * What to do stands on page 1, and a page 1 that fits is laid out once. When it is too full, it is set close; when that is
 * not enough, rows of the plan move to page 2, the last ones first and no more than needed; then the red flags stand whole
 * at the top of page 2 with a pointer on page 1. On a paper in both languages the summary moves to page 2
 * before they do (ADR 30). When nothing of that helps, they come first and the rest flows on: a paper is never refused for
 * its length (ADR 10). Type is never made smaller.
 * @throws HandoutFault when a character can't be printed
 */
export async function renderHandout(model: HandoutModel, fonts: Fonts): Promise<RenderedHandout> {
  const look = lookFor(model.language, model.paper, model.print);
  const { beside, ...first } = model;
  await checkCharacters(first, look.theme.family, fonts);
  if (beside) await checkCharacters(beside.blocks, lookFor(beside.language, model.paper).theme.family, fonts);
  const fixed: Fixed = { model, look, fonts };
  const together = gives(model);
  const before = beforeOf(model);
  if (!together || !before.tooFull || (await layOut(fixed, { actOnly: true })).actPages === 1) {
    const whole = await layOut(fixed, {});
    before.tooFull = together && whole.actPages > 1;
    if (!together && whole.actPages > 1 && model.act.some(isSigned)) return drawn(await layOut(fixed, { close: true }), model);
    if (!before.tooFull) return drawn(whole, model);
  }
  for (const step of stepsOf(look, model)) {
    const givingWay = await roomFor(fixed, step);
    if (givingWay) return drawn(await layOut(fixed, givingWay), model);
  }
  return drawn(await layOut(fixed, { close: true, flags: 'first' }), model);
}

/** true for what is signed on one page. */
const isSigned = ({ kind }: Block) => kind === 'notice' || kind === 'clinicCopy';

/** The largest number of plan rows with which the act part is one page; undefined when it is not even without any. */
async function roomFor(fixed: Fixed, step: Omit<GivingWay, 'keepRows'>): Promise<GivingWay | undefined> {
  const { act } = fixed.model;
  const plan = planOf(act);
  const before = beforeOf(fixed.model);
  const fits = async (keepRows: number) => (await layOut(fixed, { ...step, keepRows, actOnly: true })).actPages === 1;
  if (!plan?.more || (step.flags === 'later' && !redFlagsOf(act)?.elsewhere)) return undefined;
  let least = -1;
  let tooMany = plan.rows.length + 1;
  let keepRows = Math.min(before.keepRows, tooMany - 1);
  while (tooMany - least > 1) {
    const isFirst = least < 0;
    if (await fits(keepRows)) least = keepRows;
    else tooMany = keepRows;
    if (least < 0) keepRows = 0;
    else keepRows = isFirst && least > 0 ? least + 1 : Math.floor((least + tooMany) / 2);
  }
  if (least < 0) return undefined;
  before.keepRows = least;
  return { ...step, keepRows: least };
}

interface Pages extends LaidOut {
  actPages: number;
}

async function layOut(fixed: Fixed, how: Partial<GivingWay & Pick<Layout, 'actOnly'>>): Promise<Pages> {
  let actPages: number | undefined;
  const laidOut = await layOutDocument(
    handoutDocument({
      ...fixed,
      ...how,
      onPages(pages) {
        actPages = pages;
      },
    }),
  );
  return { ...laidOut, actPages: actPages ?? laidOut.pages };
}

async function drawn({ draw, pages }: Pages, { title, language, createdAt }: HandoutModel): Promise<RenderedHandout> {
  return { pdf: await draw({ title, language: LANGUAGE_TAGS[language], at: new Date(createdAt) }), pages };
}
