import { describeRule } from '#core/domain/describeRule.ts';
import { type Pack, packText, type Question, type Section, type Statement } from '#core/domain/pack.ts';
import type { MedicineGroup } from '#core/domain/packMedicines.ts';
import { packTextIds } from '#core/domain/packTexts.ts';
import type { Rule } from '#core/domain/rules.ts';
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
  /** Of a title that is one of the words to be approved; the others are the window's. */
  lang?: Language;
  rows: ApprovalRow[];
}

/** Names a statement on the page: a question may stand in more than one part. */
export function markOf(group: { id: string }, row: { id: string }): string {
  return `${group.id} ${row.id}`;
}

interface Source {
  id: string;
  /** Text ids, in the order in which they are read. */
  texts: string[];
  /** What the pack decides besides its words: a rule read out, a range, the names it finds. */
  also?: string[];
  facts?: readonly string[];
  own?: boolean;
}

const statement = ({ id, facts, own }: Statement): Source => ({ id, texts: [id], facts, own });

function question(asked: Question): Source {
  const id = `question.${asked.id}`;
  const options = 'options' in asked ? asked.options.map((option) => `${id}.option.${option}`) : [];
  return { id, texts: [id, `${id}.why`, `${id}.needed`, ...(asked.asks.note ? [`${id}.note`] : []), ...options], facts: asked.facts };
}

function decides(pack: Pack, language: Language, rule: Rule): string {
  return `${translate('approve.decides')}: ${describeRule(rule, pack, language)}`;
}

/** What her own screen says besides the section's statements, and what is drawn there, each beside its facts. */
function screenSources(pack: Pack, { statements, screen }: Section): Source[] {
  if (!screen) return [];
  const said = new Set(statements.map(({ id }) => id));
  const counts = pack.facts.flatMap((fact) => (fact.counts ?? []).map((each) => ({ ...each, fact: fact.id })));
  const drawn = (screen.evidence ?? []).flatMap((line) => counts.filter(({ id, fact }) => id === line.counts && line.facts.includes(fact)));
  return [
    ...[...screen.points, ...(screen.note ? [screen.note] : []), ...(screen.evidence ?? [])]
      .filter(({ id }) => !said.has(id))
      .map((each) => ({ ...statement(each), also: [translate('approve.onScreen')] })),
    ...drawn.map(({ id, arms, fact }) => ({
      id: `counts.${id}`,
      texts: [`counts.${id}`, ...arms.map((arm) => `counts.${id}.${arm.id}`)],
      also: arms.map(({ had, women }) => translate('approve.counts', { had, women })),
      facts: [fact],
    })),
  ];
}

function sectionSources(pack: Pack, language: Language): { id: string; title: string; sources: Source[] }[] {
  return pack.sections.map((section) => ({
    id: `section.${section.id}`,
    title: `section.${section.id}`,
    sources: [
      { id: `section.${section.id}.lead`, texts: [`section.${section.id}.lead`], own: true },
      ...section.statements.map(statement),
      ...screenSources(pack, section),
      ...pack.questions.filter(({ id }) => section.questions.includes(id)).map(question),
      ...pack.criteria
        .filter(({ id }) => section.criteria.includes(id))
        .map(({ id, facts, rule }) => ({
          id: `criterion.${id}`,
          texts: [`criterion.${id}`],
          also: [decides(pack, language, rule)],
          facts,
        })),
    ],
  }));
}

/** A group of medicines that hers are looked up in: what the label says, and every name by which it is found. */
function lookupSource({ id, facts, generics, brands = [] }: MedicineGroup): Source {
  const names = [...generics, ...brands].map(({ name, also = [] }) => (also.length > 0 ? `${name} (${also.join(', ')})` : name));
  return { id: `medicine.${id}`, texts: [`medicine.${id}`], also: [translate('approve.finds', { names: names.join(', ') })], facts };
}

function blockSources({ handout, protocol, medicines }: Pack): { id: string; title: TextId; sources: Source[] }[] {
  const block = (id: string, title: TextId, sources: Source[]) => ({ id: `block.${id}`, title, sources });
  const parted = (kind: string, ends: string[]) => (item: { id: string; facts: readonly string[]; own?: boolean }) => ({
    id: `${kind}.${item.id}`,
    texts: ['', ...ends].map((end) => `${kind}.${item.id}${end}`),
    facts: item.facts,
    ...(item.own ? { own: true } : {}),
  });
  return [
    block('protocol', 'approve.protocol', [
      {
        id: 'usualDailyMg',
        texts: [],
        also: [translate('approve.range', { min: protocol.usualDailyMg.min, max: protocol.usualDailyMg.max })],
        facts: protocol.usualDailyMg.facts,
      },
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
    block('lookup', 'approve.lookup', (medicines?.groups ?? []).map(lookupSource)),
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
  const row = ({ id, texts, also = [], facts = [], own = false }: Source): ApprovalRow => {
    for (const text of texts) seen.add(text);
    const lines = texts.map((text) => ({ id: text, text: packText(pack, language, text) }));
    return { id, lines: [...lines, ...also.map((text) => ({ id: text, text }))], facts: [...facts], own };
  };
  const sections = sectionSources(pack, language).map(({ id, title, sources }) => {
    seen.add(title);
    return { id, title: packText(pack, language, title), lang: language, rows: sources.map(row) };
  });
  const blocks = blockSources(pack).map(({ id, title, sources }) => ({
    id,
    title: translate(title as 'approve.know'),
    rows: sources.map(row),
  }));
  const rules = new Map(pack.rules.map((rule) => [`rule.${rule.id}`, rule]));
  const others = packTextIds(pack)
    .filter((id) => !seen.has(id))
    .map((id) => {
      const rule = rules.get(id);
      return row({ id, texts: [id], ...(rule ? { also: [decides(pack, language, rule.rule)], facts: rule.facts } : { own: true }) });
    });
  return [...sections, ...blocks, { id: 'others', title: translate('approve.others'), rows: others }].filter(({ rows }) => rows.length > 0);
}
