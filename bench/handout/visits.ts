import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Language } from '#core/domain/text.ts';
import { shippedPaper } from '../../test/support/shippedPaper.ts';

const SYLLABLES = {
  en: ['ra', 'me', 'li', 'ko', 'sun', 'dar', 'vi', 'sha', 'no', 'pet', 'gul', 'min'],
  hi: ['रा', 'मे', 'लि', 'को', 'सुन्', 'दर', 'वि', 'शा', 'क्ष', 'पे', 'त्र', 'मिन्'],
} as const;

/** A word of its own for each number. */
function word(language: Language, seed: number): string {
  const list = SYLLABLES[language];
  return [seed % 12, Math.floor(seed / 12) % 12, (seed * 7 + 3) % 12].map((at) => list[at] ?? '').join('');
}

/** The example in a language. */
export async function exampleModel(language: Language): Promise<HandoutModel> {
  const { sample, modelOf } = await shippedPaper();
  const { topic, program } = sample.answers;
  return modelOf({ ...sample, answers: { topic, program: { ...program, language } } });
}

/** Papers of as many different women: names, reasons, answers and questions of their own, the dates moved along. */
export async function differentModels(language: Language, count: number): Promise<HandoutModel[]> {
  const { sample, modelOf } = await shippedPaper();
  return Array.from({ length: count }, (_, index) => {
    const words = (from: number, many: number) =>
      Array.from({ length: many }, (_each, at) => word(language, index * 31 + from + at)).join(' ');
    return modelOf({
      ...sample,
      patient: { ...sample.patient, name: words(0, 2), recordNumber: `SF-${1000 + index}` },
      answers: {
        ...sample.answers,
        program: {
          ...sample.answers.program,
          language,
          why: words(2, 12),
          strengthMg: index % 2 === 0 ? 0.5 : 1,
          units: { morning: 1 + (index % 2), noon: 0, evening: index % 3 === 0 ? 1 : 0, bedtime: 1 },
          doseReason: words(14, 3),
          stop: { anchor: 'date', date: `2026-12-${18 + (index % 10)}` },
          asked: Array.from({ length: 1 + (index % 4) }, (_each, at) => ({
            question: words(20 + at * 9, 8),
            answer: words(60 + at * 9, 9),
          })),
        },
      },
    });
  });
}
