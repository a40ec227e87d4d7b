import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import { keepCalls } from './memoryCalls.ts';

/** What a backend in memory knows of the small papers of whoever is asked for. */
export interface MemorySlips {
  days: { date: string; time: string | null }[];
  language: PaperLanguage | null;
  /** The sentence with which the next printing fails. */
  fails: string | null;
  /** The answer to the next printing is lost on the way. */
  lost: boolean;
}

export const memorySlipsState = (): MemorySlips => ({ days: [], language: null, fails: null, lost: false });

/** The procedures of the small papers over memory: no page is drawn, and no printer prints. */
export function memorySlips(state: { slips: MemorySlips; calls: { path: string; input: unknown }[] }) {
  const os = implement(contract).use(keepCalls(state)).slips;
  const failing = (errors: { NOT_READY: (options: { message: string; data: object }) => Error }) => {
    const message = state.slips.fails;
    state.slips.fails = null;
    if (message !== null) throw errors.NOT_READY({ message, data: {} });
  };
  return {
    days: os.days.handler(() => ({ days: state.slips.days, language: state.slips.language })),
    pdf: os.pdf.handler(() => ({ base64: btoa('%PDF-1.7'), pages: 1, fileName: 'next-visit-2026-12-02.pdf' })),
    print: os.print.handler(({ input, errors }) => {
      failing(errors);
      const { lost } = state.slips;
      state.slips.lost = false;
      if (lost) throw new Error('lost');
      return { printer: input.printer };
    }),
    testPage: os.testPage.handler(({ input, errors }) => {
      failing(errors);
      return { printer: input.printer };
    }),
  };
}
