import type { Answers, TopicAnswer } from '#core/domain/answers.ts';

const value = (answer: TopicAnswer | undefined) => (answer?.state === 'known' ? answer.value : undefined);
const is = (given: unknown, wanted: unknown) => (given === undefined ? undefined : given === wanted);

/**
 * What the rules of the shipped topic come to, written out by hand for this topic alone: no rules as data, no sections, no
 * gate. The least that an evaluation can be.
 */
export function evaluatedByHand({ topic, program }: Answers): unknown {
  const cycles = value(topic.failedCycles);
  const good = value(topic.goodEmbryos);
  const causes = is(value(topic.otherCauses), true);
  const losses = is(value(topic.unexplainedLosses), true);
  const failed = is(value(topic.failedTransfers), true);
  const tests = is(value(topic.immuneTests), true);
  const criteria = {
    I1: cycles === undefined || good === undefined ? undefined : Number(cycles) >= 2 && good === true,
    I2: losses,
    I3: is(value(topic.immuneSigns), true),
    C1: is(value(topic.embryoTest), 'normal'),
    C2: is(value(topic.wombLining), true),
    C3: causes,
    C4: is(value(topic.pelvis), true),
    W4: causes === undefined ? undefined : causes && value(topic.otherTreatments) === true,
    T1: failed === undefined && losses === undefined ? undefined : (failed === true || losses === true) && tests === true,
  };
  const needed = Object.entries(topic).filter(([, answer]) => answer.state === 'notKnown');
  const { units, strengthMg } = program;
  const perDay = units ? units.morning + units.noon + units.evening + units.bedtime : 0;
  return { criteria, needed, dailyMg: strengthMg === undefined ? undefined : (Math.round(strengthMg * 1000) * perDay) / 1000 };
}
