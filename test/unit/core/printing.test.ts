import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countsAsPrinted,
  followedBy,
  holdsLine,
  type JobNow,
  jobAfter,
  mayHappen,
  NEW_JOB,
  PRINT_PARTS,
  type PrintEvent,
  type PrintOrder,
  partsLeft,
} from '#core/domain/printing.ts';

const order: PrintOrder = { printer: 'Front desk', copies: 1, parts: ['clinicCopy', 'paper'] };
const anyPart = fc.constantFrom(...PRINT_PARTS);
const reason = 'noAnswer' as const;
const anyEvent: fc.Arbitrary<PrintEvent> = fc.oneof(
  fc.constantFrom<PrintEvent>(
    { kind: 'asked', order },
    { kind: 'withdrawn' },
    { kind: 'notSent', reason },
    { kind: 'printing' },
    { kind: 'cancelAsked' },
    { kind: 'cancelAsked', moveTo: 'Back office' },
    { kind: 'done' },
    { kind: 'failed', reason },
    { kind: 'unknown', reason },
    { kind: 'looked', found: 'there' },
    { kind: 'looked', found: 'notThere' },
    { kind: 'elsewhere' },
    { kind: 'cameOut', answer: 'allRight' },
    { kind: 'cameOut', answer: 'notRight' },
    { kind: 'handedOver', to: { kind: 'herself' }, checked: 'phoneEnd' },
    { kind: 'filed' },
    { kind: 'removed' },
  ),
  anyPart.map((part): PrintEvent => ({ kind: 'sending', part })),
  anyPart.map((part): PrintEvent => ({ kind: 'sent', part, spool: '7' })),
  anyPart.map((part): PrintEvent => ({ kind: 'partDone', part })),
);
const BY_PEOPLE: PrintEvent['kind'][] = ['asked', 'looked', 'elsewhere'];

test('whatever happens in whatever order: no part is sent a second time unless a person has asked in between', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let job: JobNow = NEW_JOB;
      /** Parts that were sent and of which nothing certain is known, since a person last decided. */
      const out = new Set<string>();
      for (const event of events) {
        if (!mayHappen(job, event)) continue;
        if (BY_PEOPLE.includes(event.kind) && !(event.kind === 'looked' && event.found === 'there')) out.clear();
        if (event.kind === 'sending') {
          expect(out.has(event.part)).toBe(false);
          expect(job.partsDone).not.toContain(event.part);
          out.add(event.part);
        }
        // Certain that nothing left: it may be sent again by itself.
        if (event.kind === 'notSent' && job.on) out.delete(job.on.part);
        if (event.kind === 'handedOver') expect([job.state, job.cameOut]).toEqual(['done', 'allRight']);
        const next = followedBy(job, event);
        job = jobAfter(job, event);
        if (next) {
          // Moved, as a person asked: only from where it has certainly left.
          expect([job.on, mayHappen(job, next)]).toEqual([null, true]);
          job = jobAfter(job, next);
          expect([job.state, job.order?.printer]).toEqual(['waiting', 'Back office']);
          out.clear();
        }
        // To be moved is only what is still where it was: nothing of it is left over for a later time.
        if (job.movingTo !== null) expect([job.cancelling, ['sent', 'printing'].includes(job.state)]).toEqual([true, true]);
        if (job.state === 'unknown') expect(mayHappen(job, { kind: 'asked', order })).toBe(false);
        if (job.state === 'removed') expect(mayHappen(job, event)).toBe(false);
        if (job.order) for (const part of partsLeft(job)) expect(job.order.parts).toContain(part);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a paper counts as printed once it may have come out, and not when it was thrown away', () => {
  const after = (...events: PrintEvent[]) => events.reduce(jobAfter, NEW_JOB);
  const sent: PrintEvent[] = [
    { kind: 'asked', order },
    { kind: 'sending', part: 'paper' },
    { kind: 'sent', part: 'paper', spool: '1' },
  ];
  expect(countsAsPrinted(after(...sent))).toBe(false);
  expect(countsAsPrinted(after(...sent, { kind: 'failed', reason: 'aborted' }))).toBe(false);
  expect(countsAsPrinted(after(...sent, { kind: 'unknown', reason }))).toBe(true);
  expect(countsAsPrinted(after(...sent, { kind: 'partDone', part: 'paper' }, { kind: 'failed', reason: 'aborted' }))).toBe(true);
  expect(countsAsPrinted(after(...sent, { kind: 'partDone', part: 'paper' }, { kind: 'done' }))).toBe(true);
  expect(countsAsPrinted(after(...sent, { kind: 'partDone', part: 'paper' }, { kind: 'cameOut', answer: 'notRight' }))).toBe(false);
  // Cancelled or given up once it had begun: it may be there, and nothing behind it has to wait.
  for (const why of ['cancelled', 'aborted'] as const) {
    const ended = after(...sent, { kind: 'unknown', reason: why });
    expect([countsAsPrinted(ended), holdsLine(ended)]).toEqual([true, false]);
    expect(jobAfter(ended, { kind: 'looked', found: 'there' })).toMatchObject({ state: 'failed', reason: why, partsDone: ['paper'] });
    expect(countsAsPrinted(jobAfter(ended, { kind: 'looked', found: 'notThere' }))).toBe(false);
  }
  expect(holdsLine(after(...sent, { kind: 'unknown', reason }))).toBe(true);
  // Taken out of the queue before anything was printed: the next one is still the first.
  expect(countsAsPrinted(after({ kind: 'removed' }))).toBe(false);
});
