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

interface Fixed extends Pick<Layout, 'model' | 'look' | 'fonts'> {
  page1: Page1;
}

/** What decides how page 1 looks, and what is known of it: by how it gives way, whether the act part is one page. */
interface Page1 {
  model: HandoutModel;
  fits: Map<string, boolean>;
}
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

/** Pages 1 of which is kept whether they fit: those of the papers drawn last. */
const PAGES_KEPT = 20;

const pages1 = new Map<string, Page1['fits']>();

/** Page 1 with what is known of it: most drafts change something after it. */
function page1Of(whole: HandoutModel): Page1 {
  const model: HandoutModel = { ...whole, title: '', createdAt: '', calendar: [], explain: [] };
  const as = JSON.stringify(model);
  const fits = pages1.get(as) ?? new Map<string, boolean>();
  pages1.delete(as);
  pages1.set(as, fits);
  for (const oldest of pages1.keys()) {
    if (pages1.size <= PAGES_KEPT) break;
    pages1.delete(oldest);
  }
  return { model, fits };
}

/** Whether the act part is one page when it gives way like that. It follows from page 1 alone. */
async function fitsOnPage1({ page1, ...fixed }: Fixed, how: Partial<GivingWay>): Promise<boolean> {
  const as = JSON.stringify(how);
  const known = page1.fits.get(as);
  if (known !== undefined) return known;
  const fits = (await layOut({ ...fixed, model: page1.model }, { ...how, actOnly: true })).actPages === 1;
  page1.fits.set(as, fits);
  return fits;
}

/**
 * The handout as PDF bytes: the same bytes for the same model, in any process.
 *
 * What to do stands on page 1, and a page 1 that fits is laid out once. When it is too full, it is set close; when that is
 * not enough, rows of the plan move to page 2, the last ones first and no more than needed; then the red flags stand whole
 * at the top of page 2 with a pointer on page 1. On a paper in both languages the summary moves to page 2
 * before they do (ADR 30). When nothing of that helps, they come first and the rest flows on: a paper is never refused for
 * its length (ADR 10). Type is never made smaller.
 * @param onlyPage only this page is drawn, from 1, or the last one of a paper with fewer; `pages` counts all
 * @throws HandoutFault when a character can't be printed
 */
export async function renderHandout(model: HandoutModel, fonts: Fonts, onlyPage?: number): Promise<RenderedHandout> {
  const look = lookFor(model.language, model.paper, model.print);
  const { beside, ...first } = model;
  await checkCharacters(first, look.theme.family, fonts);
  if (beside) await checkCharacters(beside.blocks, lookFor(beside.language, model.paper).theme.family, fonts);
  const fixed: Fixed = { model, look, fonts, page1: page1Of(model) };
  const together = gives(model);
  const before = beforeOf(model);
  if (!together || !before.tooFull || (await fitsOnPage1(fixed, {}))) {
    const whole = await layOut(fixed, {});
    before.tooFull = together && whole.actPages > 1;
    if (!together && whole.actPages > 1 && model.act.some(isSigned)) return drawn(await layOut(fixed, { close: true }), model, onlyPage);
    if (!before.tooFull) return drawn(whole, model, onlyPage);
  }
  for (const step of stepsOf(look, model)) {
    const givingWay = await roomFor(fixed, step);
    if (givingWay) return drawn(await layOut(fixed, givingWay), model, onlyPage);
  }
  return drawn(await layOut(fixed, { close: true, flags: 'first' }), model, onlyPage);
}

/** true for what is signed on one page. */
const isSigned = ({ kind }: Block) => kind === 'notice' || kind === 'clinicCopy';

/** The largest number of plan rows with which the act part is one page; undefined when it is not even without any. */
async function roomFor(fixed: Fixed, step: Omit<GivingWay, 'keepRows'>): Promise<GivingWay | undefined> {
  const { act } = fixed.model;
  const plan = planOf(act);
  const before = beforeOf(fixed.model);
  if (!plan?.more || (step.flags === 'later' && !redFlagsOf(act)?.elsewhere)) return undefined;
  let least = -1;
  let tooMany = plan.rows.length + 1;
  let keepRows = Math.min(before.keepRows, tooMany - 1);
  while (tooMany - least > 1) {
    const isFirst = least < 0;
    if (await fitsOnPage1(fixed, { ...step, keepRows })) least = keepRows;
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

async function layOut(fixed: Omit<Fixed, 'page1'>, how: Partial<GivingWay & Pick<Layout, 'actOnly'>>): Promise<Pages> {
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

async function drawn({ draw, pages }: Pages, { title, language, createdAt }: HandoutModel, onlyPage?: number): Promise<RenderedHandout> {
  return { pdf: await draw({ title, language: LANGUAGE_TAGS[language], at: new Date(createdAt) }, onlyPage), pages };
}
