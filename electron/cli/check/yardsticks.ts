import type { Labels } from '#core/domain/labels.ts';
import { squeezed } from './paperTexts.ts';
import { decided, type Row } from './row.ts';
import type { PaperSection } from './sections.ts';
import { type StructureElement, walk } from './structureOf.ts';

/** Who has to read the paper for an item that no program can decide. */
type Reader = 'a patient' | 'a doctor' | 'an editor';
type Item = [id: string, words: string, who: Reader | Probe];
/** What a program can see of an item on the paper. */
type Probe = 'sections' | 'headings' | 'summary' | 'summaryFirst' | 'cues' | 'heads' | 'tool' | 'lists' | 'options' | 'sources';

const PEMAT: readonly Item[] = [
  ['1', 'its purpose is evident', 'a patient'],
  ['2', 'nothing distracts from the purpose', 'an editor'],
  ['3', 'common, everyday words', 'a patient'],
  ['4', 'medical terms only where needed, and explained', 'a patient'],
  ['5', 'active voice', 'an editor'],
  ['6', 'numbers are clear', 'a patient'],
  ['7', 'nothing to reckon', 'a patient'],
  ['8', 'short sections', 'sections'],
  ['9', 'headings that say what follows', 'headings'],
  ['10', 'a logical order', 'an editor'],
  ['11', 'a summary', 'summary'],
  ['12', 'visual cues for key points', 'cues'],
  ['15', 'visual aids where they help', 'a patient'],
  ['16', 'visual aids support the words', 'an editor'],
  ['17', 'visual aids have titles', 'an editor'],
  ['18', 'pictures are clear', 'a patient'],
  ['19', 'tables with short row and column headings', 'heads'],
  ['20', 'at least one action for the reader', 'a patient'],
  ['21', 'speaks to the reader about actions', 'an editor'],
  ['22', 'actions in explicit steps', 'a patient'],
  ['23', 'a tool to act with, such as a checklist', 'tool'],
  ['24', 'how to reckon, where it is needed', 'an editor'],
  ['25', 'how to use charts and tables', 'a patient'],
  ['26', 'visual aids for the instructions', 'a patient'],
];

const IPDAS: readonly Item[] = [
  ['Q1', 'describes the condition', 'a doctor'],
  ['Q2', 'states the decision', 'a doctor'],
  ['Q3', 'describes the options', 'options'],
  ['Q4', 'good points of each option', 'a doctor'],
  ['Q5', 'bad points of each option', 'a doctor'],
  ['Q6', 'what the outcomes are like to live with', 'a patient'],
  ['C1', 'good and bad points in equal detail', 'a doctor'],
  ['C2', 'cites its studies', 'sources'],
  ['C3', 'date of the content', 'sources'],
  ['C4', 'update policy', 'sources'],
  ['C5', 'how sure the chances are', 'a doctor'],
  ['C6', 'who paid for it', 'sources'],
  ['quality', 'the items on development, balance and testing with patients', 'an editor'],
];

const CDC: readonly Item[] = [
  ['1', 'one main message', 'a patient'],
  ['2', 'the main message stands first', 'summaryFirst'],
  ['3', 'visual cues for the main message', 'cues'],
  ['4', 'a visual that supports it', 'an editor'],
  ['5', 'calls to action', 'a patient'],
  ['6', 'active voice', 'an editor'],
  ['7', 'words that the reader uses', 'a patient'],
  ['8', 'lists', 'lists'],
  ['9', 'chunks with headings', 'headings'],
  ['10', 'the first section sums up', 'summaryFirst'],
  ['11', 'what is known and what isn’t', 'a doctor'],
  ['12', 'what to do', 'a doctor'],
  ['13', 'why it matters', 'a patient'],
  ['14', 'how to do it', 'a patient'],
  ['15', 'numbers that the reader uses', 'a patient'],
  ['16', 'what each number means', 'a patient'],
  ['17', 'nothing to reckon', 'a patient'],
  ['18', 'the nature of the risk', 'a doctor'],
  ['19', 'risks and benefits both', 'a doctor'],
  ['20', 'chances also in words', 'a patient'],
];

/** Most texts under one heading that still count as a short section. */
const LONG_SECTION = 80;

/** What each probe finds; undefined where the paper has nothing of the kind and a reader has to say if it should. */
function probe(roots: readonly StructureElement[], sections: readonly PaperSection[], labels: Labels): Record<Probe, boolean | undefined> {
  const all = roots.flatMap(walk);
  const blocks = sections.slice(1);
  const has = (title: string): true | undefined => blocks.some((block) => squeezed(block.title) === squeezed(title)) || undefined;
  const tables = all.filter(({ role }) => role === 'Table');
  return {
    sections: blocks.length > 2 && blocks.every(({ elements }) => elements.filter(({ text }) => text !== '').length <= LONG_SECTION),
    headings: blocks.length > 2 && blocks.every(({ title }) => title.length > 3),
    summary: has(labels.summary.title) ?? false,
    // Where page 1 has no room for it, dose and red flags come before: whether they say the main message, a person tells.
    summaryFirst: squeezed(blocks[0]?.title ?? '') === squeezed(labels.summary.title) || undefined,
    cues: has(labels.redFlags.title),
    heads:
      tables.length === 0
        ? undefined
        : tables.every(({ children }) => children.some((row) => row.children.some(({ role }) => role === 'TH'))),
    tool: all.some(({ role, alt }) => role === 'Figure' && alt !== undefined) || undefined,
    lists: all.some(({ role }) => role === 'L'),
    options: has(labels.options.title),
    sources: has(labels.sources.title),
  };
}

/**
 * The items of the three yardsticks. What a program can see is passed or failed; every other item is listed with who has
 * to read the paper for it. No total is claimed.
 */
export function yardstickRows(roots: readonly StructureElement[], sections: readonly PaperSection[], labels: Labels): Row[] {
  const seen = probe(roots, sections, labels);
  const rowsOf = (name: string, items: readonly Item[]) =>
    items.map(([id, words, who]): Row => {
      const what = `${name} ${id}`;
      if (who === 'a patient' || who === 'a doctor' || who === 'an editor')
        return { what, bar: words, found: `unrated: for ${who}`, result: 'reader' };
      const result = seen[who];
      if (result === undefined) return { what, bar: words, found: 'unrated: not on this paper', result: 'reader' };
      return decided(what, words, result ? 'seen on the paper' : 'not on the paper', result);
    });
  return [...rowsOf('PEMAT-P', PEMAT), ...rowsOf('IPDASi', IPDAS), ...rowsOf('CDC', CDC)];
}
