import { programQuestions } from './answers.ts';
import { bandOf, furnitureOf, identityOf } from './handout/furniture.ts';
import { keepTogether, paperOf, typed } from './handout/paper.ts';
import type { HandoutModel } from './handoutModel.ts';
import { fill, type Labels } from './labels.ts';
import type { Snapshot } from './visit.ts';

/** What the doctor may say that was said, in the order of the page. */
export const SAID = programQuestions.acknowledged.element.options;

/**
 * The clinic copy of a final snapshot as plain data: what was said and what was not, as the doctor ticked, and the places
 * to be filled in by hand. One page in standard print, in the language of her paper. Same snapshot and labels: same model.
 */
export function buildClinicCopy(snapshot: Snapshot, labels: Labels): HandoutModel {
  const paper = paperOf(snapshot, labels);
  const { visit, final } = snapshot;
  const { program, text } = paper;
  const words = labels.clinicCopy;
  return keepTogether({
    format: 1 as const,
    language: labels.language,
    paper: program.paper ?? 'A4',
    title: words.title,
    createdAt: final?.madeAt ?? `${visit.visitDate}T00:00:00Z`,
    band: bandOf(paper),
    identity: identityOf(paper),
    furniture: furnitureOf(paper, final, { kind: 'none' }),
    act: [
      {
        kind: 'clinicCopy' as const,
        title: words.title,
        lead: words.lead,
        rows: [
          { label: words.about, text: text('topic') },
          {
            label: words.decided,
            text: program.decision
              ? fill(labels.summary.decisions[program.decision], { medicine: paper.medicine }).replaceAll('*', '')
              : labels.summary.undecided.replaceAll('*', ''),
          },
          ...(program.talkLanguage ? [{ label: words.talkLanguage, text: typed(program.talkLanguage) }] : []),
        ],
        ...(program.talkLanguage ? {} : { talkLanguage: words.talkLanguage }),
        saidTitle: words.saidTitle,
        said: SAID.map((id) => {
          const isSaid = program.acknowledged?.includes(id) ?? false;
          return { label: words.items[id], text: isSaid ? words.said : words.notSaid, isSaid };
        }),
        signTitle: words.signTitle,
        agree: words.agree,
        sign: words.sign,
      },
    ],
    calendar: [],
    explain: [],
  });
}
