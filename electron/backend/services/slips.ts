import type { DeskPaperOrder } from '#core/contract/slips.ts';
import { type DeskPaper, labelsOf, slipOf, testPageOf } from '#core/domain/deskPaper.ts';
import { languagesOn } from '#core/domain/text.ts';
import { type RenderedPdf, RenderFault } from '../documents/renderer.ts';
import { PortFault } from '../printing/port.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import { OnceEach } from './onceEach.ts';
import type { PrintQueue } from './printQueue.ts';
import type { SignIn } from './signIns.ts';

const AUDITED = { slip: 'slip.out', labels: 'labels.out' } as const;
/** Of a saved file: it names nobody. */
const FILE = { slip: 'next-visit', labels: 'labels' } as const;
const TITLE = { slip: 'Next visit', labels: 'Labels' } as const;

/** Why a paper did not go to a printer, and whether it may be there all the same. */
const NOT_SENT = 'The printer can’t be reached, and nothing was sent. Switch it on, or choose another one, and press Print again.';
const REFUSED = 'The printer did not take it, and nothing was printed. Choose another printer, or save it as a file.';
const NO_ANSWER = 'The printer did not answer. It may have come out: go and look first, and print it again only if it is not there.';
const WORDS = { notSent: NOT_SENT, refused: REFUSED, noAnswer: NO_ANSWER } as const;

/** Reception's papers beside the handout. */
export function slipsHandlers(os: Base, services: Services, queue: PrintQueue) {
  const { now, paper: papers, renderer } = services;
  const once = new OnceEach<{ printer: string }>();

  async function clinicOf(signIn: SignIn) {
    const actor = actorOf(signIn, now);
    const { clinic } = await signIn.store.run('clinic.read', null, actor);
    return { clinic, at: actor.at, sample: signIn.sample };
  }

  async function made(page: DeskPaper): Promise<RenderedPdf> {
    try {
      return await renderer.renderDeskPaper(page);
    } catch (error) {
      if (error instanceof RenderFault) throw fault('RENDER_FAULT', error.message);
      throw error;
    }
  }

  async function draw(signIn: SignIn, patientId: string, order: DeskPaperOrder): Promise<RenderedPdf> {
    const { patient, days } = await signIn.store.run('slips.of', { patientId }, actorOf(signIn, now));
    const [first, ...others] = languagesOn(order.language);
    const labels = [await papers.labels(first), ...(await Promise.all(others.map((each) => papers.labels(each))))] as const;
    const of = { ...(await clinicOf(signIn)), labels };
    if (order.kind === 'slip' && days.length === 0)
      throw fault('NOT_READY', 'No date is known on which she is expected. A doctor sets it in her visit.');
    const page = order.kind === 'slip' ? slipOf(of, patient, days) : labelsOf(of, patient, order);
    return made(page);
  }

  /** @throws BAD_INPUT for a printer that isn't there any more, NOT_READY for one that has stopped */
  async function checkPrinter(printer: string): Promise<void> {
    await queue.printers.look();
    const found = queue.printers.find(printer);
    if (!found)
      throw fault('BAD_INPUT', 'This printer isn’t there any more. Choose another one.', {
        issues: [{ path: 'printer', message: 'This printer isn’t there any more. Choose another one.' }],
      });
    if (found.state === 'stuck') throw fault('NOT_READY', 'This printer has stopped. Fix it first, or choose another one.');
  }

  /** Gives a page to a printer, once. `asDrawn`: on a sheet of labels nothing may be made to fit. */
  async function send(signIn: SignIn, printer: string, page: { pdf: Uint8Array; title: string; asDrawn: boolean }): Promise<void> {
    const setting = queue.printers.settingOf(printer, await signIn.store.run('printing.settings', null, actorOf(signIn, now)));
    const own = setting.size === 'A4' || page.asDrawn;
    try {
      await queue.port.print(page.pdf, {
        printer,
        title: page.title,
        copies: 1,
        sides: 'one',
        media: page.asDrawn ? 'A4' : setting.size,
        scaling: own ? 'none' : 'fit',
        tray: page.asDrawn && setting.size !== 'A4' ? null : setting.tray,
      });
    } catch (error) {
      if (error instanceof PortFault) throw fault('NOT_READY', WORDS[error.kind]);
      throw error;
    }
  }

  return {
    days: os.slips.days.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { days, language } = await signIn.store.run('slips.of', input, actorOf(signIn, now));
      return { days, language };
    }),

    pdf: os.slips.pdf.handler(async ({ context, input: { patientId, paper, purpose } }) => {
      const signIn = signedIn(services, context);
      const { pdf, pages } = await draw(signIn, patientId, paper);
      if (purpose !== 'look')
        await signIn.store.run('audit.add', { action: AUDITED[paper.kind], subject: patientId }, actorOf(signIn, now));
      const { timeZone } = await signIn.store.run('clinic.read', null, actorOf(signIn, now));
      const fileName = `${FILE[paper.kind]}-${todayIn(timeZone, now())}.pdf`;
      return { base64: Buffer.from(pdf).toString('base64'), pages, fileName };
    }),

    print: os.slips.print.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      const { patientId, paper, printer } = input;
      // The whole request is the name: what another person asks for, or another paper, is never taken for this one.
      return once.run(JSON.stringify([signIn.user.id, input]), async () => {
        const { pdf } = await draw(signIn, patientId, paper);
        await checkPrinter(printer);
        // In the log before the first byte leaves: what may have come out is never missing there.
        await signIn.store.run('audit.add', { action: AUDITED[paper.kind], subject: patientId }, actorOf(signIn, now));
        await send(signIn, printer, { pdf, title: TITLE[paper.kind], asDrawn: paper.kind === 'labels' });
        return { printer };
      });
    }),

    testPage: os.slips.testPage.handler(async ({ context, input: { printer, language } }) => {
      const signIn = signedIn(services, context);
      const labels = await papers.labels(language);
      const { pdf } = await made(testPageOf({ ...(await clinicOf(signIn)), labels: [labels] }, [printer]));
      await checkPrinter(printer);
      await send(signIn, printer, { pdf, title: 'Test page', asDrawn: false });
      return { printer };
    }),
  };
}
