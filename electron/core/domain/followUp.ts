import {
  type AnswerKey,
  type Answers,
  type ProgramAnswers,
  type ProgramQuestionId,
  programQuestions,
  type TopicAnswer,
} from './answers.ts';
import { type Pack, packText, type Question } from './pack.ts';
import { programAnswerProblems } from './programAnswers.ts';
import { topicAnswerProblems } from './topicAnswers.ts';

/**
 * What a follow-up does with an answer of the last visit. `kept`: how her paper looks, taken over. `together`: what is so
 * until it changes, to be confirmed along with others. `alone`: hangs together with the plan or is a judgement, so it is
 * confirmed on its own. `again`: this visit's own. The decision, the dose, the start, the stop and every new date are never
 * anything else than asked again.
 */
export type Carry = 'kept' | 'together' | 'alone' | 'again';

const CARRY: Record<ProgramQuestionId, Carry> = {
  decision: 'again',
  why: 'again',
  nextStep: 'again',
  nextDate: 'again',
  nextTime: 'again',

  form: 'again',
  strengthMg: 'again',
  brand: 'again',
  release: 'again',
  units: 'again',
  slotTimes: 'again',
  doseLater: 'again',
  doseReason: 'again',
  chosen: 'again',
  food: 'alone',
  transferDate: 'alone',
  ovulationDate: 'alone',
  preparationDate: 'alone',
  start: 'again',
  stop: 'again',
  supervisors: 'together',
  otherMedicines: 'alone',
  missedDose: 'alone',
  ifTransferMoves: 'alone',
  ifNegative: 'alone',
  ifBleeding: 'alone',
  ifVomiting: 'alone',
  tests: 'again',
  visits: 'again',
  price: 'again',

  allergies: 'together',
  medicines: 'together',
  asked: 'again',
  commonQuestions: 'again',
  teachBack: 'again',
  acknowledged: 'again',
  talkLanguage: 'together',
  criterionDecisions: 'alone',
  hidden: 'again',
  language: 'kept',
  paper: 'kept',
  largePrint: 'kept',
  privateNote: 'again',
};
const PROGRAM_IDS = Object.keys(CARRY) as ProgramQuestionId[];

/** A visit's answers with the pack that they were given to. */
export interface PastVisit {
  pack: Pack;
  answers: Answers;
}

/** An answer of the last visit that a person may confirm. Nothing of it is an answer of this visit before that. */
export interface Offer {
  key: AnswerKey;
  value: unknown;
  how: 'together' | 'alone';
  /** The topic asks it in other words since. */
  reworded: boolean;
}

/** Why an answer of the last visit isn't offered. */
export type AskedAgain = {
  key: AnswerKey;
  value: unknown;
  /** notKnown: it was still to come. gone: the topic doesn't ask it any more. otherType, noLongerFits: the topic has changed. */
  why: 'notKnown' | 'gone' | 'otherType' | 'noLongerFits';
};

export interface CarryOver {
  offers: Offer[];
  again: AskedAgain[];
  /** Her questions without an answer, with who was to answer. */
  openQuestions: { question: string; who?: string | undefined }[];
}

/** How the last answer to one of the program's questions is treated. */
export function carryOf(id: ProgramQuestionId): Carry {
  return CARRY[id];
}

function fits<K extends ProgramQuestionId>(pack: Pack, id: K, program: ProgramAnswers): boolean {
  const parsed = programQuestions[id].safeParse(program[id]);
  return parsed.success && programAnswerProblems(pack, id, parsed.data as NonNullable<ProgramAnswers[K]>).length === 0;
}

/** What a follow-up takes over unasked: the language and the size of her paper, where this pack has them. */
export function keptAnswers(program: ProgramAnswers, pack: Pack): { key: AnswerKey; value: unknown }[] {
  return PROGRAM_IDS.filter((id) => CARRY[id] === 'kept' && program[id] !== undefined && fits(pack, id, program)).map((id) => ({
    key: `program.${id}`,
    value: program[id],
  }));
}

function programPart({ answers: { program } }: PastVisit, pack: Pack): Pick<CarryOver, 'offers' | 'again'> {
  const told = PROGRAM_IDS.filter((id) => program[id] !== undefined && (CARRY[id] === 'together' || CARRY[id] === 'alone'));
  const offers = told
    .filter((id) => fits(pack, id, program))
    .map(
      (id): Offer => ({ key: `program.${id}`, value: program[id], how: CARRY[id] === 'together' ? 'together' : 'alone', reworded: false }),
    );
  const again = told
    .filter((id) => !fits(pack, id, program))
    .map((id): AskedAgain => ({ key: `program.${id}`, value: program[id], why: 'noLongerFits' }));
  return { offers, again };
}

/** The words of a question with its options, in the language that the pack is written in. */
function wordsOf(pack: Pack, { id, ...question }: Question): string {
  const [language = 'en'] = pack.languages;
  const options = 'options' in question ? question.options : [];
  return [`question.${id}`, ...options.map((option) => `question.${id}.option.${option}`)]
    .map((key) => packText(pack, language, key))
    .join('\n');
}

function topicPart(last: PastVisit, pack: Pack): Pick<CarryOver, 'offers' | 'again'> {
  const offers: Offer[] = [];
  const again: AskedAgain[] = [];
  const answered = last.pack.questions.filter(({ id }) => Object.hasOwn(last.answers.topic, id));
  for (const before of answered) {
    const key = `topic.${before.id}`;
    const value = last.answers.topic[before.id] as TopicAnswer;
    const now = pack.questions.find(({ id }) => id === before.id);
    const why =
      now === undefined
        ? 'gone'
        : now.type !== before.type
          ? 'otherType'
          : topicAnswerProblems(pack, before.id, value).length > 0
            ? 'noLongerFits'
            : value.state === 'notKnown'
              ? 'notKnown'
              : undefined;
    if (why !== undefined || now === undefined) again.push({ key, value, why: why ?? 'gone' });
    else {
      const reworded = wordsOf(last.pack, before) !== wordsOf(pack, now);
      offers.push({ key, value, how: reworded ? 'alone' : 'together', reworded });
    }
  }
  return { offers, again };
}

/**
 * What a follow-up with `pack` makes of the answers of the last visit: what a person may confirm, what is asked again and
 * why, and which of her questions are still open. A topic answer is offered when the question has the same id and type and
 * still takes it; what was not known then is asked again.
 */
export function carryOver(last: PastVisit, pack: Pack): CarryOver {
  const [topic, program] = [topicPart(last, pack), programPart(last, pack)];
  return {
    offers: [...topic.offers, ...program.offers],
    again: [...topic.again, ...program.again],
    openQuestions: (last.answers.program.asked ?? []).flatMap(({ question, answer, who }) =>
      answer ? [] : [{ question, ...(who ? { who } : {}) }],
    ),
  };
}

/** Offers that were neither confirmed nor answered otherwise. */
export function openOffers({ offers }: CarryOver, answers: Answers): Offer[] {
  return offers.filter(({ key }) => answerAt(answers, key) === undefined);
}

/** The answer under a row id; undefined while there is none. */
export function answerAt({ program, topic }: Answers, key: AnswerKey): unknown {
  const id = key.slice(key.indexOf('.') + 1);
  return key.startsWith('topic.') ? topic[id] : program[id as ProgramQuestionId];
}
