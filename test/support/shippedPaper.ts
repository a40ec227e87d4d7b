import { join } from 'node:path';
import { loadLabels } from '#backend/documents/loadLabels.ts';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Pack } from '#core/domain/pack.ts';
import { languagesOn } from '#core/domain/text.ts';
import type { Mark, Visit } from '#core/domain/visit.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';

const templates = join(import.meta.dirname, '../../templates');

/** The shipped example visit, and the paper of any visit with the shipped topic and labels. */
export interface ShippedPaper {
  sample: Visit;
  pack: Pack;
  /** Throws when the visit does not pass the checks that the product makes. */
  modelOf(visit: Visit, mark?: Mark): HandoutModel;
}

export async function shippedPaper(): Promise<ShippedPaper> {
  const dir = join(templates, 'handout/text');
  const labels = { en: await loadLabels(dir, 'en'), hi: await loadLabels(dir, 'hi') };
  const loaded = (await loadPacks(join(templates, 'packs'))).find(({ pack }) => pack?.id === 'tacrolimus-fertility');
  if (!loaded?.pack || !loaded.ref) throw new Error('The shipped topic has faults.');
  const { pack, ref } = loaded;
  const { answers, ...rest } = await loadSampleVisit(templates);
  return {
    sample: { ...rest, pack: ref, answers },
    pack,
    modelOf(raw, mark = { kind: 'none' }) {
      const { visit, problems } = visitProblems(pack, raw);
      if (!visit) throw new Error(`The visit is not sound: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
      const final = { version: 1, madeAt: '2026-12-02T06:12:00Z', madeBy: visit.doctor.name };
      const [first, second] = languagesOn(visit.answers.program.language ?? 'en');
      return buildHandout({ visit, pack, final }, labels[first], mark, second && labels[second]);
    },
  };
}
