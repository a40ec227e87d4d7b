import type { PrintPart } from '#core/domain/printing.ts';
import { type Store, type StoredPrintJob, StoreFault, StoreRefusal } from '../store/store.ts';
import type { Services } from './context.ts';
import { PartFault, type PartToPrint } from './printLines.ts';

/**
 * Reads the parts of jobs as they are printed: the stored bytes with their hash checked, in the name of the person who asked
 * for them. Their titles say which paper it is, never whose.
 */
export function partReader({ now }: Services) {
  return async (store: Store, job: StoredPrintJob, part: PrintPart): Promise<PartToPrint> => {
    const actor = { userId: job.asked?.userId ?? 'system', at: now().toISOString() };
    const title = `${job.code} v${job.version}`;
    try {
      if (part === 'clinicCopy') {
        const found = await store.run('handouts.clinicCopy', { id: job.versionId }, actor);
        if (!found?.copy) throw new PartFault('damaged');
        return { pdf: found.copy.pdf, title: `${title} clinic copy`, size: job.size };
      }
      const found = await store.run('handouts.pdf', { id: job.versionId, purpose: 'print' }, actor);
      if (!found) throw new PartFault('damaged');
      return { pdf: found.pdf, title, size: job.size };
    } catch (error) {
      if (error instanceof StoreRefusal && error.refusal === 'replaced') throw new PartFault('replaced');
      if (error instanceof StoreFault && error.fault === 'databaseDamaged') throw new PartFault('damaged');
      throw error;
    }
  };
}
