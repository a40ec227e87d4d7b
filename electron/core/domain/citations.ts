import type { Pack, Statement } from './pack.ts';

/** A text of the pack, or a few that stand together on paper, with the facts they rest on. */
export interface Citation {
  /** Ids of the texts that are read as one, in their order. */
  textIds: string[];
  facts: string[];
  /** The clinic's own words, resting on no fact. */
  own: boolean;
  /** Where it stands in the pack. */
  path: (string | number)[];
}

/** Every text of the pack that a reader is told as true, beside the facts it rests on; in the order of the pack. */
export function packCitations(pack: Pack): Citation[] {
  const citation = (item: { facts: string[]; own?: boolean }, textIds: string[], path: (string | number)[]): Citation => ({
    textIds,
    facts: item.facts,
    own: item.own ?? false,
    path,
  });
  const statements = (list: Statement[], path: (string | number)[]) => list.map((item, i) => citation(item, [item.id], [...path, i]));
  const { handout, protocol } = pack;
  return [
    ...pack.sections.flatMap((section, i) => [
      ...statements(section.statements, ['sections', i, 'statements']),
      ...statements(section.screen?.points ?? [], ['sections', i, 'screen', 'points']),
      ...(section.screen?.note ? [citation(section.screen.note, [section.screen.note.id], ['sections', i, 'screen', 'note'])] : []),
      ...statements(section.screen?.evidence ?? [], ['sections', i, 'screen', 'evidence']),
    ]),
    ...pack.questions.map((item, i) => citation(item, [`question.${item.id}.why`], ['questions', i])),
    ...pack.criteria.map((item, i) => citation(item, [`criterion.${item.id}`], ['criteria', i])),
    ...pack.rules.map((item, i) => citation(item, [`rule.${item.id}`], ['rules', i])),
    ...protocol.alternatives.flatMap(({ options }, i) =>
      options.map((item, k) => citation(item, [`alternative.${item.id}`], ['protocol', 'alternatives', i, 'options', k])),
    ),
    ...protocol.tests.map((item, i) => citation(item, [`test.${item.id}`, `test.${item.id}.why`], ['protocol', 'tests', i])),
    ...statements(handout.know, ['handout', 'know']),
    ...statements(handout.redFlags, ['handout', 'redFlags']),
    citation(handout.optionsLead, [handout.optionsLead.id], ['handout', 'optionsLead']),
    ...handout.options.map((item, i) =>
      citation(
        item,
        ['', '.good', '.hard', '.cost'].map((part) => `option.${item.id}${part}`),
        ['handout', 'options', i],
      ),
    ),
    citation(handout.evidenceLead, [handout.evidenceLead.id], ['handout', 'evidenceLead']),
    ...statements(handout.evidence, ['handout', 'evidence']),
    ...handout.sideEffects.map((item, i) =>
      citation(
        item,
        ['', '.serious', '.do'].map((part) => `sideEffect.${item.id}${part}`),
        ['handout', 'sideEffects', i],
      ),
    ),
    citation(handout.pregnancy, [handout.pregnancy.id], ['handout', 'pregnancy']),
    ...statements(handout.medicines, ['handout', 'medicines']),
    ...handout.commonQuestions.map((item, i) =>
      citation(item, [`faq.${item.id}`, `faq.${item.id}.answer`], ['handout', 'commonQuestions', i]),
    ),
    ...(pack.medicines?.groups ?? []).map((item, i) => citation(item, [`medicine.${item.id}`], ['medicines', 'groups', i])),
    citation(handout.hope, [handout.hope.id], ['handout', 'hope']),
  ];
}
