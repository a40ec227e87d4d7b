import { describe, expect, test } from 'vitest';
import { decisionSchema, type ProgramAnswers } from '#core/domain/answers.ts';
import { buildClinicCopy } from '#core/domain/clinicCopy.ts';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import type { Final } from '#core/domain/visit.ts';
import { blockOf, printed, rowsOf } from '../../support/blocks.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallTopic, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const FINAL: Final = { version: 2, madeAt: '2027-02-12T06:12:30Z', madeBy: 'Dr A. Sample' };
const copy = (changes: ProgramAnswers = {}, sample = false) =>
  buildClinicCopy({ visit: smallVisit(withAnswers(changes), smallTopic, { sample }), pack, final: FINAL }, englishLabels);

describe('The clinic copy', () => {
  test('says of each point whether it was said, as the doctor ticked', () => {
    const { said } = blockOf(copy({ acknowledged: ['cost', 'offLabel'] }), 'clinicCopy');
    expect(said.map(({ text, isSaid }) => [text, isSaid])).toEqual([
      ['said', true],
      ['not said', false],
      ['not said', false],
      ['said', true],
      ['not said', false],
    ]);
    expect(said.map(({ label }) => label)).toEqual([
      'It is not officially approved for this use (off-label).',
      'Your other ways forward, and not taking it',
      'The risks and side effects',
      'What it costs',
      'How sure we are that it helps',
    ]);
  });

  test('claims nothing that nobody ticked', () => {
    expect(blockOf(copy(), 'clinicCopy').said.some(({ isSaid }) => isSaid)).toBe(false);
  });

  test('names the language of the talk, or leaves a line for it', () => {
    const named = blockOf(copy({ talkLanguage: 'Marwari' }), 'clinicCopy');
    expect(rowsOf(named)['Language of the talk']).toBe('Marwari');
    expect(named).not.toHaveProperty('talkLanguage');
    expect(blockOf(copy(), 'clinicCopy').talkLanguage).toBe('Language of the talk');
  });

  test('carries whose it is, the doctor with the registration number, and the code and version of her paper', () => {
    const { identity, furniture, band } = copy();
    expect(identity.doctor).toMatch(/, Reg\.\u00a0\S+/);
    expect(identity.record).toMatch(/^Record no\.\u00a0/);
    expect(furniture.footer).toContain('CL-7K2M-94QX, version 2');
    expect(band.name).toBe('Test Clinic');
    expect(furniture.across).toEqual([]);
    expect(copy({}, true).furniture.across).toEqual(['SAMPLE']);
  });

  test.each(decisionSchema.options)('of %s says what was decided and holds no dose', (decision) => {
    const model = copy({ decision });
    expect(rowsOf(blockOf(model, 'clinicCopy'))['What was decided']).toMatch(/^You(r plan)? .*\.$/);
    expect(printed(model)).not.toMatch(/\d mg|capsule|\*/);
  });

  test('is the same for the same visit, and never holds the private note', () => {
    expect(copy()).toEqual(copy());
    expect(printed(copy({ privateNote: 'SECRET WORDS' }))).not.toContain('SECRET');
  });
});

test('a point that is not known is refused', () => {
  expect(parseAnswer(pack, 'program.acknowledged', ['cost'])).toEqual({ ok: true, value: ['cost'] });
  expect(parseAnswer(pack, 'program.acknowledged', ['weather'])).toMatchObject({ ok: false });
  expect(parseAnswer(pack, 'program.talkLanguage', ' ')).toMatchObject({ ok: false });
});
