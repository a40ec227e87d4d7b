import type { PrintPart } from '#core/domain/printing.ts';
import { RenderFault } from '../documents/renderer.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import { type Store, StoreFault, StoreRefusal } from '../store/store.ts';
import type { Services } from './context.ts';
import { noticePages } from './notice.ts';
import { PartFault, type PartToPrint } from './printLines.ts';
import { reprint } from './reprint.ts';

/**
 * Reads the parts of jobs as they are printed, in the name of the person who asked for them: stored bytes with their hash
 * checked, and the notice as it reads today. A paper that came out before is given with its mark. Titles say which paper it
 * is, never whose.
 */
export function partReader(services: Services) {
  const { now, signIns } = services;

  async function read(store: Store, job: StoredPrintJob, part: PrintPart): Promise<PartToPrint> {
    const actor = { userId: job.asked?.userId ?? 'system', at: now().toISOString() };
    const title = `${job.code} v${job.version}`;
    const id = job.versionId;
    if (part === 'notice') {
      const sample = signIns.all().some(({ signIn }) => signIn.store === store && signIn.sample);
      const { pdf } = await noticePages(services, { store, actor, askedBy: job.asked?.by ?? '', sample }, job.patient.id, job.language);
      return { pdf, title: `${title} notice`, size: 'A4' };
    }
    if (part === 'clinicCopy') {
      const found = await store.run('handouts.clinicCopy', { id }, actor);
      if (!found?.copy) throw new PartFault('damaged');
      return { pdf: found.copy.pdf, title: `${title} clinic copy`, size: job.size };
    }
    if (job.copyOf !== null) {
      if (job.replacedBy !== null) throw new PartFault('replaced');
      const { pdf } = await reprint(services, { store, actor }, { versionId: id, firstPrinted: job.copyOf });
      await store.run('audit.add', { action: 'handout.print', subject: id }, actor);
      return { pdf, title: `${title} copy`, size: job.size };
    }
    const found = await store.run('handouts.pdf', { id, purpose: 'print' }, actor);
    if (!found) throw new PartFault('damaged');
    return { pdf: found.pdf, title, size: job.size };
  }

  return async (store: Store, job: StoredPrintJob, part: PrintPart): Promise<PartToPrint> => {
    try {
      return await read(store, job, part);
    } catch (error) {
      if (error instanceof StoreRefusal && error.refusal === 'replaced') throw new PartFault('replaced');
      if (error instanceof StoreFault && error.fault === 'databaseDamaged') throw new PartFault('damaged');
      if (error instanceof RenderFault) throw new PartFault('notMade');
      throw error;
    }
  };
}
