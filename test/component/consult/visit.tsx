import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Status } from '#core/contract/shapes.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Clock } from '../../../renderer/frame/cover/clock.ts';
import { type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { type MemoryConsultation, memoryConsultation } from '../../support/memoryConsultation.ts';
import { renderWindow } from '../../support/render.tsx';

let turn = 0;

/** Opens a visit in the whole window, at a section or at `check`. Each gets an id of its own: a window remembers its visits. */
export async function openVisit(
  section: string,
  answers: Record<string, unknown> = {},
  change: Partial<MemoryConsultation> = {},
  days: { today?: string } = {},
  frame: { state?: Partial<MemoryState>; status?: Partial<Status>; clock?: Clock } = {},
) {
  turn += 1;
  const visit = { ...memoryConsultation(answers), ...change };
  const id = visit.consultation.id.replace(/..$/, String(turn).padStart(2, '0'));
  visit.consultation = { ...visit.consultation, id };
  const { pack } = visit.consultation;
  const approvals = [{ pack, language: 'en' as const, by: 'Dr A. SAMPLE', at: visit.consultation.savedAt }];
  const summary = {
    ref: pack,
    title: 'Examplin for tests',
    languages: ['en' as const],
    approvals,
    reviewBy: visit.pack.reviewBy,
    faults: [],
  };
  const state = memoryState({ visit, packs: [summary], ...frame.state });
  state.status = { ...state.status, ...days, ...frame.status };
  renderWindow(state, `/consult/${id}/${section}`, frame.clock);
  await expect.element(page.getByText('SUNITA DEVI (sample)').first()).toBeVisible();
  return { visit, state };
}

/** The small pack with a section in which the ways forward are gone through. */
export function withOptions(): Pack {
  const { pack } = memoryConsultation();
  return { ...pack, sections: pack.sections.map((section) => (section.id === 'about' ? { ...section, form: 'options' } : section)) };
}

/** Everything that *start* needs. */
export const START = {
  'program.decision': 'start',
  'program.nextStep': 'Blood test',
  'program.nextDate': '2026-12-04',
  'program.form': 'capsule',
  'program.strengthMg': 0.5,
  'program.units': { morning: 1, noon: 0, evening: 1, bedtime: 0 },
  'program.transferDate': '2026-12-09',
  'program.start': { anchor: 'transfer', days: -4 },
  'program.stop': { anchor: 'heartbeat' },
  'program.allergies': { known: 'none' },
  'program.medicines': { known: 'some', names: ['Folic acid'] },
  'program.supervisors': { fertility: 'Dr A. SAMPLE', kidney: 'Dr K. SAMPLE' },
  'program.ifTransferMoves': 'Call.',
  'program.ifNegative': 'Call.',
  'program.ifBleeding': 'Call.',
  'program.ifVomiting': 'Do not repeat it.',
};
