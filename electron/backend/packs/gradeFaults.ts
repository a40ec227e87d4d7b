import type { Pack } from '#core/domain/pack.ts';
import { readingGrade } from './readingGrade.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** Highest Flesch–Kincaid grades, and longest sentences on average, of what is read as one. */
const HIGHEST_GRADE = 6;
const HIGHEST_GRADE_OF_EVIDENCE = 8;
const LONGEST_MEAN = 14;

interface Part {
  name: string;
  textIds: string[];
  highest: number;
}

/** What a reader reads in one go: a section with its questions, or a block of the paper. */
function partsOf({ sections, criteria, rules, protocol, handout, medicines }: Pack): Part[] {
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const grouped = (prefix: string, list: readonly { id: string }[], ends: readonly string[]) =>
    list.flatMap(({ id }) => ends.map((end) => `${prefix}.${id}${end}`));
  const block = (name: string, textIds: string[], highest = HIGHEST_GRADE): Part => ({ name: `block of ${name}`, textIds, highest });
  return [
    ...sections.map(({ id, statements, questions }) => ({
      name: `section ${id}`,
      textIds: [
        `section.${id}.lead`,
        ...idsOf(statements),
        ...questions.flatMap((question) => [`question.${question}`, `question.${question}.why`]),
      ],
      highest: statements.some((statement) => statement.id === handout.evidenceLead.id) ? HIGHEST_GRADE_OF_EVIDENCE : HIGHEST_GRADE,
    })),
    ...sections.flatMap(({ id, screen }): Part[] => {
      if (!screen) return [];
      const evidence = idsOf(screen.evidence ?? []);
      return [
        {
          name: `patient’s screen of ${id}`,
          textIds: [...idsOf(screen.points), ...(screen.note ? [screen.note.id] : [])],
          highest: evidence.length > 0 ? HIGHEST_GRADE_OF_EVIDENCE : HIGHEST_GRADE,
        },
        ...(evidence.length > 0
          ? [{ name: `evidence on the patient’s screen of ${id}`, textIds: evidence, highest: HIGHEST_GRADE_OF_EVIDENCE }]
          : []),
      ];
    }),
    block('criteria', [...grouped('criterion', criteria, ['']), ...grouped('rule', rules, [''])]),
    block('protocol', [
      ...protocol.alternatives.flatMap(({ options }) => grouped('alternative', options, [''])),
      ...grouped('test', protocol.tests, ['', '.why']),
    ]),
    block('know this', idsOf(handout.know)),
    block('red flags', idsOf(handout.redFlags)),
    block('options', [handout.optionsLead.id, ...grouped('option', handout.options, ['.good', '.hard', '.cost'])]),
    block('evidence', [handout.evidenceLead.id, ...idsOf(handout.evidence)], HIGHEST_GRADE_OF_EVIDENCE),
    block('side effects', grouped('sideEffect', handout.sideEffects, ['', '.serious', '.do'])),
    block('pregnancy', [handout.pregnancy.id]),
    block('medicines', idsOf(handout.medicines)),
    block('her medicines', grouped('medicine', medicines?.groups ?? [], [''])),
    block('common questions', grouped('faq', handout.commonQuestions, ['', '.answer'])),
    block('hope', [handout.hope.id]),
  ];
}

/**
 * Reports parts of the Hindi words whose sentences are too long on average, at their longest sentence; a grade is for
 * English only.
 */
export function reportHindiFaults(pack: Pack, report: Report): void {
  const words = pack.texts.hi?.texts;
  if (!words) return;
  for (const { name, textIds } of partsOf(pack)) {
    const counts = textIds
      .flatMap((id) => sentencesOf(words[id] ?? '').map((sentence) => ({ id, words: wordsOf(sentence).length })))
      .toSorted((a, b) => b.words - a.words);
    const mean = counts.reduce((sum, each) => sum + each.words, 0) / Math.max(1, counts.length);
    if (mean > LONGEST_MEAN)
      report(
        ['texts', 'hi', 'texts', counts[0]?.id ?? ''],
        `Shorten the Hindi sentences of the ${name}: they have ${mean.toFixed(1)} words on average, at most ${LONGEST_MEAN} are allowed.`,
      );
  }
}

/** Reports parts of the English words that are above their reading grade, at their hardest text. `names` are left out of the grade. */
export function reportGradeFaults(pack: Pack, names: ReadonlySet<string>, report: Report): void {
  const words = pack.texts.en?.texts;
  if (!words) return;
  for (const { name, textIds, highest } of partsOf(pack)) {
    const found = readingGrade(
      textIds.map((id) => words[id] ?? ''),
      names,
    );
    if (!found) continue;
    const gradeOf = (id: string) => readingGrade([words[id] ?? ''], names)?.grade ?? 0;
    const hardest = textIds.toSorted((a, b) => gradeOf(b) - gradeOf(a))[0] ?? '';
    const path = ['texts', 'en', 'texts', hardest];
    if (found.grade > highest)
      report(path, `Use plainer words in the ${name}: its reading grade is ${found.grade.toFixed(1)}, at most ${highest} is allowed.`);
    if (found.meanWords > LONGEST_MEAN)
      report(
        path,
        `Shorten the sentences of the ${name}: they have ${found.meanWords.toFixed(1)} words on average, at most ${LONGEST_MEAN} are allowed.`,
      );
  }
}
