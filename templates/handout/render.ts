import { renderToBuffer } from '@react-pdf/renderer';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { checkCharacters } from './checkCharacters.ts';
import { handoutDocument, type Layout, planOf } from './document.tsx';
import { HandoutFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { lookFor } from './theme.ts';

const TOO_FULL = 'Page 1 is too full for the dose and the warning signs. Shorten the reason, the next step or the clinic’s address.';

/** A rendered handout: bytes, and how many pages. */
export interface RenderedHandout {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

type Fixed = Pick<Layout, 'model' | 'look' | 'fonts'>;
/** What gives way when page 1 is too full. */
type GivingWay = Required<Pick<Layout, 'keepRows' | 'close'>>;

/**
 * The handout as PDF bytes: the same bytes for the same model, in any process.
 *
 * Dose and red flags stay on page 1. When it is too full, rows of the plan move to page 2, the last ones first and no
 * more than needed; when that is not enough, page 1 is set close as well. Type is never made smaller.
 * @throws HandoutFault when a character can't be printed, or page 1 is too full even so
 */
export async function renderHandout(model: HandoutModel, fonts: Fonts): Promise<RenderedHandout> {
  const look = lookFor(model.language, model.paper);
  checkCharacters(model, look.theme.family, fonts);
  const fixed: Fixed = { model, look, fonts };
  const whole = await layOut(fixed, {});
  if (whole.actPages === 1 || !mustStayTogether(model)) return whole;
  const givingWay = (await roomFor(fixed, false)) ?? (await roomFor(fixed, true));
  if (!givingWay) throw new HandoutFault(TOO_FULL);
  return layOut(fixed, givingWay);
}

function mustStayTogether(model: HandoutModel): boolean {
  return model.act.some((block) => block.kind === 'plan' || block.kind === 'redFlags');
}

/** The largest number of plan rows with which the act part is one page; undefined when it is not even without any. */
async function roomFor(fixed: Fixed, close: boolean): Promise<GivingWay | undefined> {
  const plan = planOf(fixed.model.act);
  const fits = async (keepRows: number) => (await layOut(fixed, { keepRows, close, actOnly: true })).actPages === 1;
  if (!plan?.more || !(await fits(0))) return undefined;
  let least = 0;
  let tooMany = plan.rows.length;
  while (tooMany - least > 1) {
    const keepRows = Math.floor((least + tooMany) / 2);
    if (await fits(keepRows)) least = keepRows;
    else tooMany = keepRows;
  }
  return { keepRows: least, close };
}

async function layOut(fixed: Fixed, how: Pick<Layout, 'keepRows' | 'close' | 'actOnly'>): Promise<RenderedHandout & { actPages: number }> {
  let pages = 0;
  let actPages = 0;
  const buffer = await renderToBuffer(
    handoutDocument({
      ...fixed,
      ...how,
      onPages(count) {
        pages = count.document;
        actPages = count.part;
      },
    }),
  );
  return { pdf: new Uint8Array(buffer), pages, actPages };
}
