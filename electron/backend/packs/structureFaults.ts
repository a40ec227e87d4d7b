import { packCitations } from '#core/domain/citations.ts';
import type { Pack } from '#core/domain/pack.ts';

type Report = (path: PropertyKey[], message: string) => void;
type WithId = { id: string };

function reportDoubles(what: string, list: readonly WithId[], path: PropertyKey[], report: Report): void {
  const seen = new Set<string>();
  list.forEach(({ id }, i) => {
    if (seen.has(id)) report([...path, i, 'id'], `Give this ${what} another id: “${id}” is taken.`);
    seen.add(id);
  });
}

function reportAllDoubles(pack: Pack, report: Report): void {
  const { handout, protocol } = pack;
  reportDoubles('section', pack.sections, ['sections'], report);
  reportDoubles('fact', pack.facts, ['facts'], report);
  reportDoubles('question', pack.questions, ['questions'], report);
  reportDoubles('criterion', pack.criteria, ['criteria'], report);
  reportDoubles('rule', pack.rules, ['rules'], report);
  reportDoubles('case', pack.cases, ['cases'], report);
  reportDoubles('test', protocol.tests, ['protocol', 'tests'], report);
  reportDoubles('option', handout.options, ['handout', 'options'], report);
  reportDoubles('side effect', handout.sideEffects, ['handout', 'sideEffects'], report);
  reportDoubles('common question', handout.commonQuestions, ['handout', 'commonQuestions'], report);
  for (const list of ['know', 'redFlags', 'evidence', 'medicines'] as const)
    reportDoubles('statement', handout[list], ['handout', list], report);
  const alternatives = new Set<string>();
  protocol.alternatives.forEach(({ options }, i) => {
    options.forEach(({ id }, k) => {
      if (alternatives.has(id))
        report(['protocol', 'alternatives', i, 'options', k, 'id'], `Give this alternative another id: “${id}” is taken.`);
      alternatives.add(id);
    });
  });
}

/** A statement may stand in a section and on paper, once in each, and then rests on the same facts. */
function reportStatementDoubles(pack: Pack, report: Report): void {
  const inSections = new Set<string>();
  pack.sections.forEach((section, i) => {
    section.statements.forEach(({ id }, k) => {
      if (inSections.has(id)) report(['sections', i, 'statements', k, 'id'], `Give this statement another id: “${id}” is taken.`);
      inSections.add(id);
    });
  });
  const facts = new Map<string, string>();
  for (const citation of packCitations(pack)) {
    const id = citation.textIds.join(' ');
    const mine = [...citation.facts].sort().join(', ');
    const first = facts.get(id) ?? mine;
    if (first !== mine)
      report(citation.path, `Name the same facts wherever “${id}” stands: here ${mine || 'none'}, before ${first || 'none'}.`);
    facts.set(id, first);
  }
}

function reportSections(pack: Pack, report: Report): void {
  const asked = new Set<string>();
  pack.sections.forEach((section, i) => {
    section.questions.forEach((id, k) => {
      const path = ['sections', i, 'questions', k];
      if (!pack.questions.some((question) => question.id === id)) report(path, `Name a question of this pack: there is no “${id}”.`);
      if (asked.has(id)) report(path, `Ask “${id}” in one section only: it is asked twice.`);
      asked.add(id);
    });
    section.criteria.forEach((id, k) => {
      if (!pack.criteria.some((criterion) => criterion.id === id))
        report(['sections', i, 'criteria', k], `Name a criterion of this pack: there is no “${id}”.`);
    });
  });
  pack.questions.forEach(({ id }, i) => {
    if (!asked.has(id)) report(['questions', i], `Ask “${id}” in a section, or remove it: nobody is asked it.`);
  });
}

function reportQuestions(pack: Pack, report: Report): void {
  pack.criteria.forEach(({ question }, i) => {
    if (!pack.questions.some(({ id }) => id === question))
      report(['criteria', i, 'question'], `Name a question of this pack: there is no “${question}”.`);
  });
  pack.questions.forEach((question, i) => {
    if (question.type === 'integer' && question.min > question.max)
      report(['questions', i, 'min'], `Make min at most max: ${question.min} is above ${question.max}.`);
    if (question.type !== 'choice') return;
    question.unknownOptions?.forEach((option, k) => {
      if (!question.options.includes(option))
        report(['questions', i, 'unknownOptions', k], `Name one of the options of “${question.id}”: there is no “${option}”.`);
    });
  });
}

/** Reports ids that stand twice, references to nothing, and ranges and dates that are the wrong way round. */
export function reportStructureFaults(pack: Pack, report: Report): void {
  reportAllDoubles(pack, report);
  reportStatementDoubles(pack, report);
  reportSections(pack, report);
  reportQuestions(pack, report);
  const { min, max } = pack.protocol.usualDailyMg;
  if (min > max) report(['protocol', 'usualDailyMg'], `Make min at most max: ${min} is above ${max}.`);
  if (pack.reviewBy <= pack.contentDate) report(['reviewBy'], 'Set a review date after the date of the content.');
}
