import { renderToBuffer } from '@react-pdf/renderer';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { checkCharacters } from './checkCharacters.ts';
import { handoutDocument, type Layout, planOf } from './document.tsx';
import { HandoutFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { lookFor } from './theme.ts';

/** A rendered handout: bytes, and how many pages. */
export interface RenderedHandout {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

type Fixed = Omit<Layout, 'onPages' | 'keepRows' | 'actOnly'>;

/**
 * The handout as PDF bytes: the same bytes for the same model, in any process.
 *
 * Dose and red flags stay on page 1. When it is too full, rows of the plan move to page 2, the last ones first and no
 * more than needed.
 * @throws HandoutFault when a character can't be printed, or page 1 is too full even so
 */
export async function renderHandout(model: HandoutModel, fonts: Fonts): Promise<RenderedHandout> {
  const look = lookFor(model.language, model.paper);
  checkCharacters(model, look.theme.family, fonts);
  const fixed: Fixed = { model, look, fonts };
  const whole = await layOut(fixed, {});
  if (whole.actPages === 1 || !mustStayTogether(model)) return whole;
  return layOut(fixed, { keepRows: await rowsThatFit(fixed) });
}

function mustStayTogether(model: HandoutModel): boolean {
  return model.act.some((block) => block.kind === 'plan' || block.kind === 'redFlags');
}

/** The largest number of plan rows with which the act part is one page. */
async function rowsThatFit(fixed: Fixed): Promise<number> {
  const plan = planOf(fixed.model.act);
  let fits = -1;
  let tooMany = plan?.more ? plan.rows.length : 0;
  while (tooMany - fits > 1) {
    const keepRows = Math.floor((fits + tooMany) / 2);
    const { actPages } = await layOut(fixed, { keepRows, actOnly: true });
    if (actPages === 1) fits = keepRows;
    else tooMany = keepRows;
  }
  if (fits < 0)
    throw new HandoutFault(
      'Page 1 is too full for the dose and the warning signs. Shorten the reason, the next step or the clinic’s address.',
    );
  return fits;
}

async function layOut(fixed: Fixed, how: Pick<Layout, 'keepRows' | 'actOnly'>): Promise<RenderedHandout & { actPages: number }> {
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
