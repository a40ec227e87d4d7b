import { changedWords, replacesNote } from './amendment.ts';
import { formatDate, inZone } from './dates.ts';
import { criteriaOf } from './handout/criteria.ts';
import { calendarOf } from './handout/days.ts';
import { bandOf, furnitureOf, identityOf } from './handout/furniture.ts';
import { keepTogether, type Paper, paperOf } from './handout/paper.ts';
import { planOf, redFlagsOf } from './handout/plan.ts';
import { evidenceOf, medicinesOf, optionsOf, questionsOf, sideEffectsOf, sourcesOf } from './handout/reasons.ts';
import { summaryOf } from './handout/summary.ts';
import { teachBackOf } from './handout/teachBack.ts';
import { changesOf, neededOf, testsOf } from './handout/tests.ts';
import type { Block, HandoutModel } from './handoutModel.ts';
import { type Hideable, MAY_HIDE } from './hideable.ts';
import { fill, type Labels } from './labels.ts';
import type { Final, Mark, Snapshot } from './visit.ts';

function blocksOf(paper: Paper): Pick<HandoutModel, 'act' | 'calendar' | 'explain'> {
  const { kind, program } = paper;
  const shows = (block: Hideable) => !(MAY_HIDE[kind].includes(block) && program.hidden?.includes(block));
  const when = (condition: boolean, blocks: () => Block | Block[]): Block[] => (condition ? [blocks()].flat() : []);
  return {
    act: [summaryOf(paper), ...when(kind !== 'none', () => [planOf(paper), redFlagsOf(paper)])],
    calendar: [
      ...when(kind !== 'none' && shows('calendar'), () => calendarOf(paper)),
      ...when(kind === 'dose', () => changesOf(paper)),
      ...testsOf(paper),
      ...neededOf(paper, shows('criteria')),
    ],
    explain: [
      ...when(shows('criteria'), () => criteriaOf(paper)),
      ...when(shows('options'), () => optionsOf(paper)),
      ...when(shows('evidence'), () => evidenceOf(paper)),
      ...when(shows('sideEffects'), () => sideEffectsOf(paper)),
      ...when(kind !== 'none' && shows('medicines'), () => medicinesOf(paper)),
      ...when(shows('questions'), () => questionsOf(paper, shows('sideEffects'))),
      ...when(shows('teachBack'), () => teachBackOf(paper)),
      sourcesOf(paper),
    ],
  };
}

/** What stands in the second language beside the first: what she acts on, and what she asked. */
function besideOf(paper: Paper): Block[] {
  const { act, explain } = blocksOf(paper);
  return [...act, ...explain.filter(({ kind }) => kind === 'questions')];
}

/** The note on an amended paper; nothing on a first one. Days are those of the clinic's zone. */
function replacesOf({ visit, labels }: Paper, final: Final | undefined): Pick<HandoutModel, 'replaces'> {
  if (final?.replaces === undefined) return {};
  const { version, also = [], madeAt, changed } = final.replaces;
  const versions = [version, ...also].join(', ');
  const [before, now] = [inZone(madeAt, visit.timeZone).date, inZone(final.madeAt, visit.timeZone).date];
  const note = { date: formatDate(before, labels), version: versions, sameDay: before === now, changed: changedWords(changed, labels) };
  return { replaces: replacesNote(note, labels) };
}

/**
 * Turns a frozen visit into the handout as plain data in the language of `labels`. The decision shapes it: *wait* and *not
 * taking it* give no dose, no calendar and no red flags of the medicine; *stop* gives the last dose and what remains.
 * Contact comes from the clinic's settings only. Same snapshot, labels and mark: same model. Throws when the pack lacks a
 * text in that language; loading the pack has ruled that out.
 * @param beside labels of the second language, for a paper in both
 */
export function buildHandout(snapshot: Snapshot, labels: Labels, mark: Mark, beside?: Labels): HandoutModel {
  const paper = paperOf(snapshot, labels);
  const { visit, final } = snapshot;
  return keepTogether({
    format: 1 as const,
    language: labels.language,
    paper: paper.program.paper ?? 'A4',
    ...(paper.program.largePrint ? { print: 'large' as const } : {}),
    title:
      paper.kind === 'none'
        ? fill(labels.title.visit, { topic: paper.text('topic') })
        : fill(labels.title.plan, { medicine: paper.medicine }),
    createdAt: final?.madeAt ?? `${visit.visitDate}T00:00:00Z`,
    band: bandOf(paper),
    identity: identityOf(paper),
    ...replacesOf(paper, final),
    furniture: furnitureOf(paper, final, mark),
    ...blocksOf(paper),
    ...(beside ? { beside: { language: beside.language, blocks: besideOf(paperOf(snapshot, beside)) } } : {}),
  });
}
