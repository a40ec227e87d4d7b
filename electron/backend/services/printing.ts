import type { PrintJob, Reprint } from '#core/contract/printing.ts';
import type { PrintEvent, PrintOrder } from '#core/domain/printing.ts';
import { PortFault } from '../printing/port.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import { StoreRefusal } from '../store/store.ts';
import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import { fault } from './faults.ts';
import { OnceEach } from './onceEach.ts';
import { inThatLanguage } from './otherLanguage.ts';
import type { PrintQueue } from './printQueue.ts';
import type { SignIn } from './signIns.ts';

function badField(path: string, message: string) {
  return fault('BAD_INPUT', message, { issues: [{ path, message }] });
}

/** Reception's queue: what people do with the papers in it. */
export function printingHandlers(os: Base, services: Services, queue: PrintQueue) {
  const { now, events } = services;
  const once = new OnceEach<PrintJob>();

  async function read(signIn: SignIn, id: string): Promise<StoredPrintJob> {
    const job = await signIn.store.run('printing.read', { id }, actorOf(signIn, now));
    if (!job) throw fault('NOT_FOUND', 'This paper isn’t in the queue any more.');
    return job;
  }

  /** Writes what a person did, tells the windows, and gives the job after it. */
  async function note(signIn: SignIn, id: string, happened: PrintEvent[]): Promise<PrintJob> {
    const actor = actorOf(signIn, now);
    const job = await signIn.store.run('printing.note', { id, events: happened, by: 'person' }, actor);
    events.publish({ kind: 'queue' });
    return queue.shownJob(signIn.store, job, actor);
  }

  /** The same where somebody else may have been faster: null then, and nothing is written. */
  async function noteIfStill(signIn: SignIn, id: string, happened: PrintEvent[]): Promise<PrintJob | null> {
    try {
      return await note(signIn, id, happened);
    } catch (error) {
      if (error instanceof StoreRefusal) return null;
      throw error;
    }
  }

  async function checkPrinter(id: string, path = 'order.printer'): Promise<void> {
    await queue.printers.look();
    if (!queue.printers.find(id)) throw badField(path, 'This printer isn’t there any more. Choose another one.');
  }

  async function checkOrder(job: StoredPrintJob, order: PrintOrder): Promise<void> {
    if (order.parts.includes('clinicCopy') && !job.hasClinicCopy)
      throw badField('order.parts', 'This version has no clinic copy: it was made before they were kept.');
    await checkPrinter(order.printer);
  }

  async function ask(signIn: SignIn, job: StoredPrintJob, order: PrintOrder): Promise<PrintJob> {
    await checkOrder(job, order);
    if (job.replacedBy !== null) throw fault('NOT_READY', `Version ${job.replacedBy} replaces this paper. Print that one.`);
    const asked = await note(signIn, job.id, [{ kind: 'asked', order }]);
    void queue.look();
    return asked;
  }

  /** Has what was sent stopped; the look that follows asks the printer, and notes what it says. */
  async function stop(signIn: SignIn, job: StoredPrintJob): Promise<PrintJob> {
    const shown = await note(signIn, job.id, [{ kind: 'cancelAsked' }]);
    void queue.look();
    return shown;
  }

  async function reprint(signIn: SignIn, input: Reprint): Promise<PrintJob> {
    const { id, order } = input;
    const actor = actorOf(signIn, now);
    const there = id === undefined ? null : await signIn.store.run('printing.read', { id }, actor);
    if (there) return queue.shownJob(signIn.store, there, actor);
    if (order) await checkPrinter(order.printer);
    const versionId = await inThatLanguage(services, signIn, input);
    const job = await signIn.store.run('printing.reprint', { versionId, id }, actor);
    events.publish({ kind: 'queue' });
    return order ? ask(signIn, job, order) : queue.shownJob(signIn.store, job, actor);
  }

  const simple = (context: CallContext, id: string, event: PrintEvent) => note(signedIn(services, context), id, [event]);

  return {
    queue: os.printing.queue.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return queue.shown(signIn.store, actorOf(signIn, now));
    }),
    ofPatient: os.printing.ofPatient.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const papers = await signIn.store.run('printing.ofPatient', input, actor);
      return Promise.all(
        papers.map(async (paper) => ({
          ...paper,
          jobs: await Promise.all(paper.jobs.map((job) => queue.shownJob(signIn.store, job, actor))),
        })),
      );
    }),
    print: os.printing.print.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      return ask(signIn, await read(signIn, input.id), input.order);
    }),
    printAll: os.printing.printAll.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { jobs, usualPrinter, usualParts } = await queue.shown(signIn.store, actorOf(signIn, now));
      if (usualPrinter === null) throw fault('NOT_READY', 'Choose the printer for papers in the settings first, or print them one by one.');
      const counted = new Set(input.ids);
      const waiting = jobs.filter(
        ({ id, state, order, replacedBy }) => counted.has(id) && state === 'waiting' && !order && replacedBy === null,
      );
      let asked = 0;
      for (const job of waiting.reverse()) {
        const parts = usualParts.filter((part) => part !== 'clinicCopy' || job.hasClinicCopy);
        const order = { printer: usualPrinter, copies: 1, parts };
        // Somebody else may have taken one out, or printed it, while the others were being asked for: that one is left alone.
        if (await noteIfStill(signIn, job.id, [{ kind: 'asked', order }])) asked += 1;
      }
      void queue.look();
      return { asked };
    }),
    cancel: os.printing.cancel.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const job = await read(signIn, input.id);
      return job.state === 'waiting' ? note(signIn, job.id, [{ kind: 'withdrawn' }]) : stop(signIn, job);
    }),
    looked: os.printing.looked.handler(async ({ context, input }) => {
      const shown = await simple(context, input.id, { kind: 'looked', found: input.found });
      void queue.look();
      return shown;
    }),
    printedElsewhere: os.printing.printedElsewhere.handler(({ context, input }) => simple(context, input.id, { kind: 'elsewhere' })),
    remove: os.printing.remove.handler(async ({ context, input }) => {
      await simple(context, input.id, { kind: 'removed' });
      return null;
    }),
    reprint: os.printing.reprint.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return input.id === undefined
        ? reprint(signIn, input)
        : once.run(JSON.stringify([signIn.user.id, input]), () => reprint(signIn, input));
    }),
    cameOut: os.printing.cameOut.handler(({ context, input }) => simple(context, input.id, { kind: 'cameOut', answer: input.answer })),
    handOver: os.printing.handOver.handler(async ({ context, input: { id, to, checked } }) => {
      const signIn = signedIn(services, context);
      const job = await read(signIn, id);
      if (job.replacedBy !== null)
        throw fault('NOT_READY', `Version ${job.replacedBy} replaces this paper. Print that one, and throw this one away.`);
      if (job.cameOut?.answer !== 'allRight') throw fault('NOT_READY', 'First say that it came out all right; then hand it over.');
      if (to.kind === 'named' && !job.mayCollect.some(({ name }) => name === to.name))
        throw badField('to', 'She hasn’t named this person. Give it to herself, or to somebody whom she names first.');
      if (!job.identifiers.some(({ kind }) => kind === checked))
        throw badField('checked', 'Her record doesn’t have this. Ask for something that it has.');
      return note(signIn, id, [{ kind: 'handedOver', to, checked }]);
    }),
    file: os.printing.file.handler(({ context, input }) => simple(context, input.id, { kind: 'filed' })),
    resume: os.printing.resume.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      await checkPrinter(input.printer, 'printer');
      try {
        await queue.port.resume(input.printer);
      } catch (error) {
        // A printer that a person has to wake at its own buttons says no here; how it stands is asked next.
        if (!(error instanceof PortFault)) throw error;
      }
      await queue.printers.look({ anew: true });
      const line = await signIn.store.run('printing.inLine', null, actor);
      queue.lines.pass(line.filter(({ state, order }) => state === 'unknown' && order?.printer === input.printer).map(({ id }) => id));
      void queue.look();
      return queue.shown(signIn.store, actor);
    }),
    move: os.printing.move.handler(async ({ context, input: { from, to } }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      await checkPrinter(to, 'to');
      const line = (await signIn.store.run('printing.inLine', null, actor)).filter(({ order }) => order?.printer === from);
      const waiting = line.filter(({ state }) => state === 'waiting').sort((one, other) => (one.asked?.seq ?? 0) - (other.asked?.seq ?? 0));
      for (const job of line.filter(({ state, on }) => (state === 'sent' || state === 'printing') && on !== null)) {
        if (!job.order || job.cancelling) continue;
        queue.lines.jobs.moveWhenStopped(job.id, { order: { ...job.order, printer: to }, actor });
        await stop(signIn, job);
      }
      for (const { id, order } of waiting) if (order) await note(signIn, id, [{ kind: 'asked', order: { ...order, printer: to } }]);
      void queue.look();
      return queue.shown(signIn.store, actor);
    }),
    settings: os.printing.settings.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('printing.settings', null, actorOf(signIn, now));
    }),
    saveSettings: os.printing.saveSettings.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const saved = await signIn.store.run('printing.saveSettings', input, actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      events.publish({ kind: 'queue' });
      return saved;
    }),
  };
}
