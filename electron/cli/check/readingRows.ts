import { readingGrade } from '#backend/packs/readingGrade.ts';
import { LONGEST_SENTENCE, sentencesOf, wordsOf } from '#backend/packs/sentences.ts';
import type { Labels } from '#core/domain/labels.ts';
import type { Language } from '#core/domain/text.ts';
import { squeezed } from './paperTexts.ts';
import { decided, type Row } from './row.ts';
import { type PaperSection, runningTexts } from './sections.ts';

const HIGHEST_GRADE = 6;
const HIGHEST_GRADE_OF_EVIDENCE = 8;
const LONGEST_MEAN = 14;

function sentenceRows(title: string, texts: readonly string[], longest: number): Row[] {
  const counts = texts.flatMap(sentencesOf).map((sentence) => ({ sentence, words: wordsOf(sentence).length }));
  const mean = counts.reduce((sum, { words }) => sum + words, 0) / counts.length;
  const worst = counts.toSorted((a, b) => b.words - a.words)[0];
  const found = `mean ${mean.toFixed(1)}, longest ${worst?.words ?? 0}`;
  const passes = mean <= LONGEST_MEAN && (worst?.words ?? 0) <= longest;
  const shown = (worst?.words ?? 0) > longest ? `${found}: “${worst?.sentence.slice(0, 50)}…”` : found;
  return [decided(`Words a sentence: ${title}`, `mean ≤ ${LONGEST_MEAN}, none over ${longest}`, shown, passes)];
}

/** Titles of sources, one after the other: names to look up, no sentence. */
const isListOfSources = (text: string) => text.split(';').length > 2;

/** Reading grade (English) and length of sentences, block by block, of the words as they stand on the paper; lists of sources are left out. */
export function readingRows(
  sections: readonly PaperSection[],
  labelsOf: Readonly<Record<Language, Labels>>,
  names: ReadonlySet<string>,
): Row[] {
  return sections.flatMap((section) => {
    const texts = section.title === '' ? [] : runningTexts(section).filter((text) => !isListOfSources(text));
    if (texts.length === 0) return [];
    const labels = labelsOf[section.language];
    const highest = squeezed(section.title) === squeezed(labels.evidence.title) ? HIGHEST_GRADE_OF_EVIDENCE : HIGHEST_GRADE;
    const grade = labels.language === 'en' ? readingGrade(texts, names)?.grade : undefined;
    const graded =
      grade === undefined
        ? []
        : [decided(`Reading grade: ${section.title}`, `≤ ${highest.toFixed(1)}`, grade.toFixed(1), grade <= highest)];
    return [...graded, ...sentenceRows(section.title, texts, LONGEST_SENTENCE[labels.language])];
  });
}
