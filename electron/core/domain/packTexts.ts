import type { Pack, Question, Section } from './pack.ts';

function questionTexts(question: Question): string[] {
  const base = `question.${question.id}`;
  const ids = [base, `${base}.why`, `${base}.needed`];
  if (question.asks.note) ids.push(`${base}.note`);
  if ('options' in question) ids.push(...question.options.map((option) => `${base}.option.${option}`));
  return ids;
}

/** What the patient's screen says of a section, with the names of what is drawn. */
export function screenTexts({ facts }: Pick<Pack, 'facts'>, { screen }: Pick<Section, 'screen'>): string[] {
  if (!screen) return [];
  const drawn = (screen.evidence ?? []).flatMap((line) =>
    facts.filter(({ id }) => line.facts.includes(id)).flatMap(({ counts = [] }) => counts.filter(({ id }) => id === line.counts)),
  );
  return [
    ...[...screen.points, ...(screen.note ? [screen.note] : []), ...(screen.evidence ?? [])].map(({ id }) => id),
    ...drawn.flatMap(({ id, arms }) => [`counts.${id}`, ...arms.map((arm) => `counts.${id}.${arm.id}`)]),
  ];
}

function handoutTexts({ handout }: Pack): string[] {
  const statements = [
    ...handout.know,
    ...handout.redFlags,
    handout.optionsLead,
    handout.evidenceLead,
    ...handout.evidence,
    handout.pregnancy,
    ...handout.medicines,
    handout.hope,
  ].map((statement) => statement.id);
  const options = handout.options.flatMap(({ id }) => ['', '.good', '.hard', '.cost'].map((part) => `option.${id}${part}`));
  const sideEffects = handout.sideEffects.flatMap(({ id }) => ['', '.serious', '.do'].map((part) => `sideEffect.${id}${part}`));
  const common = handout.commonQuestions.flatMap(({ id }) => [`faq.${id}`, `faq.${id}.answer`]);
  return [...statements, ...options, ...sideEffects, ...common];
}

/** Every text id that a language file of the pack must hold, each once, in the order of the pack. */
export function packTextIds(pack: Pack): string[] {
  const ids = [
    'topic',
    'medicine',
    ...pack.sections.flatMap((section) => [
      `section.${section.id}`,
      `section.${section.id}.lead`,
      ...section.statements.map((statement) => statement.id),
      ...screenTexts(pack, section),
    ]),
    ...pack.questions.flatMap(questionTexts),
    ...pack.criteria.map(({ id }) => `criterion.${id}`),
    ...pack.rules.map(({ id }) => `rule.${id}`),
    ...pack.protocol.alternatives.flatMap(({ options }) => options.map(({ id }) => `alternative.${id}`)),
    ...pack.protocol.tests.flatMap(({ id }) => [`test.${id}`, `test.${id}.why`]),
    ...handoutTexts(pack),
    ...(pack.medicines?.groups ?? []).map(({ id }) => `medicine.${id}`),
    pack.update,
    pack.funding,
  ];
  return [...new Set(ids)];
}
