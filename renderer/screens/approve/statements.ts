import { type Pack, packText, type Question, type Statement } from '#core/domain/pack.ts';
import { packTextIds } from '#core/domain/packTexts.ts';
import type { Language } from '#core/domain/text.ts';
import { type TextId, translate } from '../../text/i18n.ts';

/** Texts that belong together, beside the facts they rest on. */
export interface ApprovalRow {
  id: string;
  lines: { id: string; text: string }[];
  facts: string[];
  /** The clinic's own words: they rest on no fact. */
  own: boolean;
}
export interface ApprovalGroup {
  id: string;
  title: string;
  rows: ApprovalRow[];
}

interface Source {
  id: string;
  /** Text ids, in the order in which they are read. */
  texts: string[];
  facts?: readonly string[];
  own?: boolean;
}

const statement = ({ id, facts, own }: Statement): Source => ({ id, texts: [id], facts, own });

function question(asked: Question): Source {
  const id = `question.${asked.id}`;
  const options = 'options' in asked ? asked.options.map((option) => `${id}.option.${option}`) : [];
  return { id, texts: [id, `${id}.why`, `${id}.needed`, ...(asked.asks.note ? [`${id}.note`] : []), ...options], facts: asked.facts };
}

function sectionSources(pack: Pack): { id: string; title: string; sources: Source[] }[] {
  return pack.sections.map((section) => ({
    id: `section.${section.id}`,
    title: `section.${section.id}`,
    sources: [
      { id: `section.${section.id}.lead`, texts: [`section.${section.id}.lead`], own: true },
      ...section.statements.map(statement),
      ...pack.questions.filter(({ id }) => section.questions.includes(id)).map(question),
      ...pack.criteria
        .filter(({ id }) => section.criteria.includes(id))
        .map(({ id, facts }) => ({ id: `criterion.${id}`, texts: [`criterion.${id}`], facts })),
    ],
  }));
}

function blockSources({ handout, protocol }: Pack): { id: string; title: TextId; sources: Source[] }[] {
  const block = (id: string, title: TextId, sources: Source[]) => ({ id: `block.${id}`, title, sources });
  const parted = (kind: string, ends: string[]) => (item: { id: string; facts: readonly string[]; own?: boolean }) => ({
    id: `${kind}.${item.id}`,
    texts: ['', ...ends].map((end) => `${kind}.${item.id}${end}`),
    facts: item.facts,
    ...(item.own ? { own: true } : {}),
  });
  return [
    block('protocol', 'approve.protocol', [
      ...protocol.alternatives.flatMap(({ options }) => options.map(parted('alternative', []))),
      ...protocol.tests.map(parted('test', ['.why'])),
    ]),
    block('know', 'approve.know', handout.know.map(statement)),
    block('redFlags', 'approve.redFlags', handout.redFlags.map(statement)),
    block('options', 'approve.options', [
      statement(handout.optionsLead),
      ...handout.options.map(parted('option', ['.good', '.hard', '.cost'])),
    ]),
    block('evidence', 'approve.evidence', [statement(handout.evidenceLead), ...handout.evidence.map(statement)]),
    block('sideEffects', 'approve.sideEffects', handout.sideEffects.map(parted('sideEffect', ['.serious', '.do']))),
    block('pregnancy', 'approve.pregnancy', [statement(handout.pregnancy)]),
    block('medicines', 'approve.medicines', handout.medicines.map(statement)),
    block('questions', 'approve.questions', handout.commonQuestions.map(parted('faq', ['.answer']))),
    block('hope', 'approve.hope', [statement(handout.hope)]),
  ];
}

/**
 * Every text of a pack in one language, by section of the walk and by block of the paper, beside its facts. What no
 * section and no block holds stands in the last group, so nothing is approved unread.
 */
export function approvalGroups(pack: Pack, language: Language): ApprovalGroup[] {
  const seen = new Set<string>();
  const row = ({ id, texts, facts = [], own = false }: Source): ApprovalRow => {
    for (const text of texts) seen.add(text);
    return { id, lines: texts.map((text) => ({ id: text, text: packText(pack, language, text) })), facts: [...facts], own };
  };
  const sections = sectionSources(pack).map(({ id, title, sources }) => {
    seen.add(title);
    return { id, title: packText(pack, language, title), rows: sources.map(row) };
  });
  const blocks = blockSources(pack).map(({ id, title, sources }) => ({
    id,
    title: translate(title as 'approve.know'),
    rows: sources.map(row),
  }));
  const facts = new Map(pack.rules.map((rule) => [`rule.${rule.id}`, rule.facts]));
  const others = packTextIds(pack)
    .filter((id) => !seen.has(id))
    .map((id) => row({ id, texts: [id], facts: facts.get(id) ?? [], own: !facts.has(id) }));
  return [...sections, ...blocks, { id: 'others', title: translate('approve.others'), rows: others }].filter(({ rows }) => rows.length > 0);
}
