import { expect, test } from 'vitest';
import type { TopicAnswer } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { criterionResults } from '#core/domain/criteria.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { englishLabels, smallVisit, startProgram } from '../../support/smallVisit.ts';

const pack = await shippedPack('tacrolimus-fertility');

function paperOf(topic: Record<string, TopicAnswer>) {
  const visit = smallVisit({ ...startProgram, tests: [] }, topic);
  const { calendar, explain } = buildHandout({ visit, pack }, englishLabels, { kind: 'draft' });
  const criteria = explain.find(({ kind }) => kind === 'criteria');
  const needed = calendar.find(({ kind }) => kind === 'needed');
  return {
    rows: criteria?.kind === 'criteria' ? criteria.rows.map(({ what }) => what) : [],
    needed: needed?.kind === 'needed' ? needed.items.join('\n') : '',
  };
}

test('a criterion of the walk only has a result, and neither a row nor a "still needed" on paper', () => {
  const answers = { program: {}, topic: {} };
  expect(criterionResults(pack, answers).map(({ id }) => id)).toEqual(['I1', 'I2', 'I3', 'C1', 'C2', 'C3', 'C4', 'W4', 'T1']);
  const { rows, needed } = paperOf({});
  expect(rows).toHaveLength(7);
  expect(rows.join()).not.toContain('Other treatments came first');
  expect(needed).toContain('A scan of the pelvis');
  expect(needed).not.toContain('Which other treatments have been tried');
});

test('what was asked and is not known yet is still needed, also behind a criterion of the walk only', () => {
  expect(paperOf({ immuneTests: { state: 'notKnown' } }).needed).toContain('The result of the immune blood tests');
});
