import * as z from 'zod';
import { type ProgramAnswers, type ProgramQuestionId, programQuestions, slotSchema } from './answers.ts';
import { holdsDate } from './dateInText.ts';
import { type Pack, packRefSchema, startAnchorSchema, stopAnchorSchema } from './pack.ts';
import { programAnswerProblems, textsIn } from './programAnswers.ts';
import { instantSchema, requiredText } from './text.ts';

const { form, strengthMg, brand, release, units, slotTimes, food, supervisors, otherMedicines, missedDose, chosen } = programQuestions;
const { ifTransferMoves, ifNegative, ifBleeding, ifVomiting } = programQuestions;

/**
 * All that a saved protocol may hold; everything else is refused. A first day or an end that is a date isn't among it: it
 * is hers. So is the reason for a dose, the day on which the end is looked at, and everything that was decided or found.
 */
const parts = {
  form,
  strengthMg,
  brand,
  release,
  units,
  slotTimes,
  food,
  start: z.strictObject({
    anchor: startAnchorSchema.exclude(['date']),
    days: z.int().min(-60).max(60).optional(),
    slot: slotSchema.optional(),
  }),
  stop: z.strictObject({
    anchor: stopAnchorSchema.exclude(['date']),
    week: z.int().min(1).max(42).optional(),
    slot: slotSchema.optional(),
  }),
  supervisors,
  otherMedicines,
  missedDose,
  ifTransferMoves,
  ifNegative,
  ifBleeding,
  ifVomiting,
  chosen,
} as const;

export type ProtocolPartId = keyof typeof parts;
/** The ids of what a saved protocol may hold, in the order in which they are shown. */
export const PROTOCOL_PART_IDS = Object.keys(parts) as ProtocolPartId[];
/** Values that are ids or clock times, not the doctor's words. */
const NO_WORDS: ReadonlySet<PropertyKey | undefined> = new Set(['chosen', 'slotTimes']);

export const protocolPartSchema = z
  .strictObject(parts)
  .partial()
  .superRefine((part, ctx) => {
    if (Object.values(part).every((value) => value === undefined)) {
      ctx.addIssue({ code: 'custom', message: 'There is nothing to save yet. Fill in the protocol first.' });
    }
    for (const { path, text } of textsIn(part)) {
      if (NO_WORDS.has(path[0]) || !holdsDate(text)) continue;
      const message = 'This holds a date. A saved protocol never does: it is used for other patients. Say it without the date.';
      ctx.addIssue({ code: 'custom', path: [...path], message });
    }
  })
  .describe('What a doctor’s own saved protocol holds');
/** The part of the answers that a saved protocol holds. */
export type ProtocolPart = z.infer<typeof protocolPartSchema>;

export const protocolNameSchema = requiredText(60).describe('The doctor’s name for it');

/** A doctor's own protocol. `pack` is the content that it was saved or approved again with. */
export const savedProtocolSchema = z.strictObject({
  id: z.uuid(),
  rev: z.int(),
  name: protocolNameSchema,
  pack: packRefSchema,
  part: protocolPartSchema,
  savedAt: instantSchema,
  approvedAt: instantSchema,
});
export type SavedProtocol = z.infer<typeof savedProtocolSchema>;

/** One answer that a saved protocol changes; `after` null takes it back. */
export interface ProtocolChange {
  id: ProgramQuestionId;
  before: unknown;
  after: unknown;
}

function startPart({ start }: ProgramAnswers): ProtocolPart['start'] {
  if (start === undefined || start.anchor === 'date') return undefined;
  const { anchor, days, slot } = start;
  return { anchor, ...(days === undefined ? {} : { days }), ...(slot === undefined ? {} : { slot }) };
}

function stopPart({ stop }: ProgramAnswers): ProtocolPart['stop'] {
  if (stop === undefined || stop.anchor === 'date') return undefined;
  const { anchor, week, slot } = stop;
  return { anchor, ...(week === undefined ? {} : { week }), ...(slot === undefined ? {} : { slot }) };
}

/**
 * What of the answers can be saved as a protocol: nothing that is hers. Words that hold a date are still in it, for the
 * doctor to change them; `protocolPartSchema` refuses them.
 */
export function protocolPartOf(program: ProgramAnswers): ProtocolPart {
  const own = { ...program, start: startPart(program), stop: stopPart(program) };
  return Object.fromEntries(PROTOCOL_PART_IDS.flatMap((id) => (own[id] === undefined ? [] : [[id, own[id]]])));
}

/** A dose is one thing: a brand or a release type that belongs to another dose never stays beside it. */
const DOSE: readonly ProtocolPartId[] = ['form', 'strengthMg', 'release', 'units', 'brand', 'slotTimes'];
/** What concerned the dose before: "later", and the reason why it was unusual. */
const ABOUT_DOSE: readonly ProgramQuestionId[] = ['doseLater', 'doseReason'];

const same = (a: unknown, b: unknown) => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** The end with the day that stands for her, while what ends the course stays the same. */
function stopFor(program: ProgramAnswers, stop: NonNullable<ProtocolPart['stop']>): ProgramAnswers['stop'] {
  const day = program.stop?.anchor === stop.anchor ? program.stop.date : undefined;
  return { ...stop, ...(day === undefined ? {} : { date: day }) };
}

/**
 * The answers that change when a saved protocol is applied, in the order in which they are shown. A saved dose replaces the
 * whole dose, with "dose later" and the reason of the dose before; of the rest, only what the protocol says. Empty when all
 * of it stands there already.
 */
export function applyProtocol(program: ProgramAnswers, part: ProtocolPart): ProtocolChange[] {
  const target: { [Id in ProgramQuestionId]?: unknown } = { ...part };
  if (part.stop) target.stop = stopFor(program, part.stop);
  if (part.chosen) target.chosen = { ...program.chosen, ...part.chosen };
  if (part.supervisors) target.supervisors = { ...program.supervisors, ...part.supervisors };
  if (DOSE.some((id) => part[id] !== undefined)) {
    for (const id of DOSE) target[id] ??= null;
    const dose: readonly ProgramQuestionId[] = ['form', 'strengthMg', 'release', 'units'];
    const changes = dose.some((id) => !same(program[id] ?? null, target[id]));
    if (changes || program.doseLater) for (const id of ABOUT_DOSE) target[id] = null;
  }
  const ids: readonly ProgramQuestionId[] = [...PROTOCOL_PART_IDS, ...ABOUT_DOSE];
  return ids.flatMap((id) => {
    const [before, after] = [program[id] ?? null, target[id]];
    return after === undefined || same(before, after) ? [] : [{ id, before, after }];
  });
}

/** A saved protocol with what this pack can take, and the ids of what it can't take any more, such as an alternative that is gone. */
export function fitProtocol(pack: Pack, part: ProtocolPart): { part: ProtocolPart; dropped: ProtocolPartId[] } {
  const dropped: ProtocolPartId[] = [];
  const fits = PROTOCOL_PART_IDS.flatMap((id): [ProtocolPartId, unknown][] => {
    const value = part[id];
    if (value === undefined) return [];
    const problems = programAnswerProblems(pack, id, value);
    if (problems.length === 0) return [[id, value]];
    dropped.push(id);
    if (id !== 'chosen') return [];
    const lost = new Set(problems.map(({ path }) => path));
    const kept = Object.entries(part.chosen ?? {}).filter(([about]) => !lost.has(about));
    return kept.length > 0 ? [[id, Object.fromEntries(kept)]] : [];
  });
  return { part: Object.fromEntries(fits), dropped };
}
