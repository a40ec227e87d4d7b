import * as z from 'zod';
import { type Pack, packText } from './pack.ts';
import { FEWEST_WOMEN_DRAWN, SCREEN_ICONS } from './packScreen.ts';
import { type Language, languageSchema } from './text.ts';

/** One arm of a study, drawn as 100 women. `of100` is rounded; `had` of `women` are the real counts that stand beside it. */
const armSchema = z.strictObject({
  label: z.string(),
  had: z.int(),
  women: z.int(),
  of100: z.int().min(0).max(100),
});

/**
 * What the patient's own screen shows of a section: the topic's words in one language, ready to be laid out. It is made of
 * the pack alone, so nothing of her, of an answer or of another patient can be in it.
 */
export const patientScreenSchema = z.strictObject({
  language: languageSchema,
  title: z.string(),
  lead: z.string(),
  points: z.array(z.strictObject({ icon: z.enum(SCREEN_ICONS), text: z.string() })),
  note: z.string().nullable(),
  /** One line of the evidence in place of the points; null while it is hidden. */
  evidence: z
    .strictObject({
      /** The first line of all evidence, such as “We are not sure it works.” */
      lead: z.string(),
      text: z.string(),
      /** Which line of how many, counted from 1. */
      number: z.int(),
      of: z.int(),
      chart: z.strictObject({ what: z.string(), arms: z.array(armSchema) }).nullable(),
    })
    .nullable(),
});
export type PatientScreen = z.infer<typeof patientScreenSchema>;

/** Which part of a topic is shown. `evidence`: the index of the line of evidence that the doctor shows; null: hidden. */
export interface ShownSection {
  section: string;
  language: Language;
  evidence: number | null;
}

/** How many lines of evidence a section holds back until the doctor shows them. */
export function evidenceCount(pack: Pack, section: string): number {
  return pack.sections.find(({ id }) => id === section)?.screen?.evidence?.length ?? 0;
}

/** Drawn only where every arm has at least 100 women: fewer would look as sure as many. */
function chartOf(pack: Pack, language: Language, facts: readonly string[], countsId: string | undefined) {
  const counts = pack.facts
    .filter(({ id }) => facts.includes(id))
    .flatMap((fact) => fact.counts ?? [])
    .find(({ id }) => id === countsId);
  if (!counts || counts.arms.some(({ women }) => women < FEWEST_WOMEN_DRAWN)) return null;
  return {
    what: packText(pack, language, `counts.${counts.id}`),
    arms: counts.arms.map(({ id, women, had }) => ({
      label: packText(pack, language, `counts.${counts.id}.${id}`),
      had,
      women,
      of100: Math.round((had / women) * 100),
    })),
  };
}

/**
 * A section as the patient's screen shows it; null when the pack has no such section, or no words in that language. A pack
 * that says nothing for this screen shows the section's title and line.
 */
export function patientScreen(pack: Pack, { section: id, language, evidence }: ShownSection): PatientScreen | null {
  const section = pack.sections.find((each) => each.id === id);
  if (!section || !pack.texts[language]) return null;
  const text = (key: string) => packText(pack, language, key);
  const { screen } = section;
  const line = evidence === null ? undefined : screen?.evidence?.[evidence];
  return {
    language,
    title: text(`section.${id}`),
    lead: text(`section.${id}.lead`),
    points: (screen?.points ?? []).map((point) => ({ icon: point.icon, text: text(point.id) })),
    note: screen?.note ? text(screen.note.id) : null,
    evidence:
      line && evidence !== null
        ? {
            lead: text(pack.handout.evidenceLead.id),
            text: text(line.id),
            number: evidence + 1,
            of: evidenceCount(pack, id),
            chart: chartOf(pack, language, line.facts, line.counts),
          }
        : null,
  };
}
