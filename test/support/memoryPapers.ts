import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { SentCopy } from '#core/contract/papers.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { Visit } from '#core/domain/visit.ts';
import { keepCalls } from './memoryCalls.ts';

const NOW = '2026-12-02T05:12:00.000Z';

/** What a backend in memory holds of papers after they were made final. */
export interface MemoryPapers {
  /** What each version was made from, by its number. */
  sources: Record<number, Visit>;
  copies: SentCopy[];
}

/** The procedures for papers, without the store's rules. */
export function memoryPapers(state: { versions: HandoutVersion[]; papers: MemoryPapers; calls: { path: string; input: unknown }[] }) {
  const os = implement(contract.papers).use(keepCalls(state));
  const versionOf = (id: string) => {
    const version = state.versions.find((each) => each.id === id);
    if (!version) throw new Error('No such version.');
    return version;
  };
  return {
    source: os.source.handler(({ input, errors }) => {
      const source = state.papers.sources[versionOf(input.id).version];
      if (!source) throw errors.NOT_FOUND({ message: 'This handout is not here. Go back to the list and choose again.', data: {} });
      return source;
    }),
    inLanguage: os.inLanguage.handler(({ input: { id, language } }) => {
      const of = versionOf(id);
      const version = Math.max(...state.versions.map((each) => each.version)) + 1;
      const made = { ...of, id: crypto.randomUUID(), version, language, sameAs: of.version };
      state.versions = [...state.versions, made];
      return made;
    }),
    saveToSend: os.saveToSend.handler(({ input: { id, phone } }) => {
      const { code, version } = versionOf(id);
      const copy = {
        id: crypto.randomUUID(),
        versionId: id,
        phone,
        by: 'Dr A. SAMPLE',
        at: NOW,
        until: '2026-12-03T05:12:00.000Z',
        goneAt: null,
      };
      state.papers.copies = [copy, ...state.papers.copies];
      return { copy, fileName: `${code}-v${version}.pdf`, folder: '/home/clinic/consultleaf/outbox', pdf: null };
    }),
    sent: os.sent.handler(({ input }) => ({
      folder: '/home/clinic/consultleaf/outbox',
      copies: state.papers.copies.filter(({ versionId }) => versionId === input.id),
    })),
    deleteSent: os.deleteSent.handler(({ input }) => {
      state.papers.copies = state.papers.copies.map((copy) => (copy.id === input.copyId ? { ...copy, goneAt: NOW } : copy));
      return null;
    }),
  };
}
