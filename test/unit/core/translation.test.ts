import { describe, expect, test } from 'vitest';
import { translationDifferences } from '#core/domain/translation.ts';

const differences = (english: string, hindi: string) => translationDifferences(english, hindi, 'hi');

describe('numbers, units and negations are the same in both languages', () => {
  test.each([
    ['Take 0.5 mg twice a day.', 'दिन में दो बार 0.5 mg लें।'],
    ['Low doses, such as 1–2 mg a day.', 'कम ख़ुराक, जैसे दिन में 1–2 mg।'],
    ['One reason is two or more failed cycles.', 'एक कारण: 2 या ज़्यादा IVF चक्र बेकार गए।'],
    ['Never take two doses together.', 'दो ख़ुराक साथ में कभी न लें।'],
    ['It is not a standard treatment.', 'यह आम इलाज नहीं है।'],
    ['Do not stop it.', 'इसे बंद मत करें।'],
    ['Loss of *16 of 25* women (64%).', '*25 में से 16* महिलाएँ (64%)।'],
  ])('%s', (english, hindi) => {
    expect(differences(english, hindi)).toEqual([]);
  });

  test.each([
    ['Take 1 mg.', 'दिन में 2 mg लें।', 'Say 1: the English does.'],
    ['Take 1 mg.', '1 लें।', 'Name the same units as the English: mg, not none.'],
    ['Take 0.5 mg.', '०.५ mg लें।', 'Write digits as 0 to 9: a dose is never written in two ways.'],
    ['Take it in the morning.', '1 गोली सुबह लें।', 'Leave out 1: the English doesn’t say it.'],
    ['Do not take two doses.', 'दो ख़ुराक लें।', 'Say that it is not so: the English has a negation, and this has none.'],
    ['Take two doses.', 'दो ख़ुराक न लें।', 'Say it without “not”: the English has no negation.'],
    ['16 of 25 women', '25 महिलाएँ', 'Say 16: the English does.'],
  ])('%s / %s', (english, hindi, message) => {
    expect(differences(english, hindi)).toContain(message);
  });
});
