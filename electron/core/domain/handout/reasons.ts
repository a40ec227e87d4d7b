import { packCitations } from '../citations.ts';
import { formatDate } from '../dates.ts';
import type { Block } from '../handoutModel.ts';
import { fill } from '../labels.ts';
import { factSchema } from '../pack.ts';
import { pricePrinted } from '../price.ts';
import { hersAmong } from './herMedicines.ts';
import { type Paper, phrase, sentence, typed } from './paper.ts';

/** Block 9: ways forward in equal detail, with cost; a price that was written down stands at the first, which is the medicine. */
export function optionsOf({ pack, program, labels, text }: Paper): Block {
  const { title, good, hard, cost } = labels.options;
  const price = pricePrinted(program.price, labels);
  return {
    kind: 'options',
    title,
    lead: text(pack.handout.optionsLead.id),
    head: { good, hard, cost },
    columns: pack.handout.options.map(({ id }, index) => ({
      title: text(`option.${id}`),
      good: text(`option.${id}.good`),
      hard: text(`option.${id}.hard`),
      cost: (index === 0 ? price : undefined) ?? text(`option.${id}.cost`),
    })),
  };
}

/** Block 10: what is known and what is not; its first line is "We are not sure it works." */
export function evidenceOf({ pack, labels, text }: Paper): Block {
  const { evidenceLead, evidence } = pack.handout;
  return { kind: 'evidence', title: labels.evidence.title, lead: text(evidenceLead.id), lines: evidence.map(({ id }) => text(id)) };
}

/**
 * Block 11: side effects, and both sides of safety in pregnancy in one paragraph. A paper that gives no dose names the
 * signs and how serious they are, and no call for them: `what` is empty.
 */
export function sideEffectsOf({ kind, pack, labels, text }: Paper): Block {
  const { title, sign, serious, what, pregnancy } = labels.sideEffects;
  const calls = kind !== 'none';
  return {
    kind: 'sideEffects',
    title,
    head: { sign, serious, what: calls ? what : '' },
    rows: pack.handout.sideEffects.map(({ id }) => ({
      sign: text(`sideEffect.${id}`),
      serious: text(`sideEffect.${id}.serious`),
      what: calls ? text(`sideEffect.${id}.do`) : '',
    })),
    pregnancyTitle: pregnancy,
    pregnancy: text(pack.handout.pregnancy.id),
  };
}

/** Block 12: what to ask about. A hit among her own medicines says "Don't stop either medicine; call us." (L8) */
export function medicinesOf(paper: Paper): Block {
  const { pack, labels, text } = paper;
  const hers = hersAmong(paper);
  return {
    kind: 'medicines',
    title: labels.medicines.title,
    ...(hers === undefined ? {} : { hers }),
    lead: labels.medicines.lead,
    lines: [...pack.handout.medicines.map(({ id }) => text(id)), labels.medicines.fasting],
  };
}

/**
 * Block 13: her questions with the answers, or who will answer; then the common ones that were chosen, without those about
 * taking the medicine where none is given.
 *
 * Both sides of safety in pregnancy (X6, X7, Q1 with L17, L18) stay in one paragraph. With `pregnancyAbove` that paragraph
 * is on this paper, and a common question that rests on nothing but its facts points to it: a shorter second answer could
 * be read for the whole, with one side only. The pointer states nothing, so it cites nothing.
 */
export function questionsOf({ kind, program, pack, labels, text, visit }: Paper, pregnancyAbove: boolean): Block[] {
  const hers = (program.asked ?? []).map(({ question, answer, who }) => ({
    question: fill(labels.questions.asked, { question: typed(question) }),
    answer: answer ? sentence(answer) : fill(labels.questions.open, { who: phrase(who || visit.doctor.name) }),
  }));
  const chosen = pack.handout.commonQuestions
    .filter(({ id, taking }) => program.commonQuestions?.includes(id) && !(taking && kind === 'none'))
    .map(({ id, facts }) => ({
      question: text(`faq.${id}`),
      answer:
        pregnancyAbove && facts.every((fact) => pack.handout.pregnancy.facts.includes(fact))
          ? fill(labels.questions.above, { title: labels.sideEffects.pregnancy })
          : text(`faq.${id}.answer`),
    }));
  const items = [...hers, ...chosen];
  return items.length === 0 ? [] : [{ kind: 'questions', title: labels.questions.title, items }];
}

/** A source without its place inside: "US label, section 17.9 (…)" is "US label" on paper. */
function sourceNames(source: string): string[] {
  return source.split(';').map((part) => part.replace(/[,(].*$/su, '').trim());
}

/** End of the paper: the source's own hope, then sources by kind, date of the content, next review, update, funding. */
export function sourcesOf({ pack, labels, text }: Paper): Block {
  const cited = new Set(packCitations(pack).flatMap(({ path, facts }) => (path[0] === 'sections' ? [] : facts)));
  const facts = pack.facts.filter(({ id, prints }) => prints && cited.has(id));
  const kinds = factSchema.shape.kind.options.flatMap((kind) => {
    const names = new Set(facts.filter((fact) => fact.kind === kind).flatMap(({ source }) => sourceNames(source)));
    return names.size === 0 ? [] : [fill(labels.sources.kind, { kind: labels.sources[kind], sources: [...names].join('; ') })];
  });
  const content = fill(labels.sources.content, {
    date: formatDate(pack.contentDate, labels),
    review: formatDate(pack.reviewBy, labels),
  });
  return {
    kind: 'sources',
    title: labels.sources.title,
    hope: text(pack.handout.hope.id),
    lines: [kinds.join(' '), [content, text(pack.update), text(pack.funding)].join(' ')],
  };
}
