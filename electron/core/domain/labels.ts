import * as z from 'zod';
import { blockLabels, forms, table, withPlaces, words } from './blockLabels.ts';
import { PRINTED_FACTS } from './printedFacts.ts';
import { clockTimeSchema, languageSchema } from './text.ts';

/** Every label of the handout in one language: `templates/handout/text/<language>.yaml`. Nothing else on paper is the program's own words. */
export const labelsSchema = z.strictObject({
  language: languageSchema,
  title: z.strictObject({ plan: withPlaces('medicine'), visit: withPlaces('topic') }),
  dates: z.strictObject({
    months: z.array(words).length(12),
    weekdays: z.array(words).length(7).describe('Sunday first'),
    weekdaysShort: z.array(words).length(7).describe('Sunday first'),
    date: withPlaces('day', 'month', 'year'),
    withWeekday: withPlaces('weekday', 'date'),
    withTime: withPlaces('date', 'time'),
    clock: z
      .array(z.strictObject({ from: clockTimeSchema, says: withPlaces('time') }))
      .min(1)
      .describe('How a time of day is said, by the time it begins at'),
  }),
  lists: z.strictObject({ and: withPlaces('first', 'last'), or: withPlaces('first', 'last') }),
  dose: z.strictObject({
    mg: withPlaces('number'),
    numbers: z.array(words).length(36).describe('one to thirty-six'),
    one: forms.describe('Name of one unit'),
    many: forms.describe('Name of more than one unit'),
    none: forms.describe('A slot without a unit'),
    dayHead: forms.describe('Head of the column that counts the days'),
    slots: table('morning', 'noon', 'evening', 'bedtime'),
    medicine: withPlaces('medicine', 'strength', 'units'),
    brand: withPlaces('brand'),
    release: table('immediate', 'prolonged'),
    looks: words,
    sum: withPlaces('total', 'number', 'strength', 'units'),
    higher: words,
    later: words,
    undecided: words,
    keepTaking: words,
  }),
  band: z.strictObject({ day: words, dayHours: withPlaces('hours'), night: words }),
  identity: z.strictObject({
    record: withPlaces('number'),
    ageTold: withPlaces('years', 'date'),
    born: withPlaces('date'),
    visit: withPlaces('date'),
    doctor: withPlaces('name', 'registration'),
  }),
  furniture: z.strictObject({
    version: withPlaces('code', 'version'),
    pack: withPlaces('medicine', 'version'),
    final: withPlaces('date', 'time', 'by'),
    notFinal: words,
    pageOf: withPlaces('page', 'pages'),
    acrossSample: words,
    acrossDraft: words,
    acrossSuperseded: words,
    sample: words,
    sampleAnd: withPlaces('state'),
    draft: words,
    copy: withPlaces('date'),
    superseded: withPlaces('version'),
  }),
  replaces: z
    .strictObject({
      note: withPlaces('date', 'changed'),
      sameDay: withPlaces('date', 'version', 'changed'),
      facts: table(...PRINTED_FACTS),
    })
    .describe('The note on page 1 of an amended paper'),
  since: z.strictObject({
    label: words,
    lead: withPlaces('date'),
    dose: withPlaces('now', 'before'),
    sameDose: words,
    otherWay: withPlaces('total', 'plan'),
    release: table('immediate', 'prolonged').describe('The kind is another one: what it is now'),
    brand: withPlaces('now', 'before'),
    goesOn: words.describe('The last visit stopped it, and this one gives it'),
    howLong: withPlaces('plan'),
    moved: withPlaces('what', 'now', 'before'),
  }),
  summary: z.strictObject({
    title: words,
    why: words,
    decided: words,
    know: words,
    next: words,
    together: withPlaces('doctor'),
    undecided: words,
    decisions: z.strictObject({
      start: withPlaces('medicine'),
      continue: withPlaces('medicine'),
      change: withPlaces('medicine'),
      stop: withPlaces('medicine'),
      wait: words,
      notTaking: withPlaces('medicine'),
    }),
    nextOn: withPlaces('step', 'date'),
    bring: words,
    visits: words,
  }),
  plan: z.strictObject({
    title: words,
    moreLine: words,
    moreTitle: words,
    firstDay: words,
    lastDay: words,
    lastDose: words,
    howLong: words,
    food: words,
    missed: words,
    who: words,
    also: words,
    dayAndSlot: withPlaces('day', 'slot'),
    firstLater: withPlaces('date'),
    firstUnknown: words,
    daysBefore: z.strictObject({ one: withPlaces('anchor'), many: withPlaces('number', 'anchor') }),
    daysAfter: z.strictObject({ one: withPlaces('anchor'), many: withPlaces('number', 'anchor') }),
    onDay: withPlaces('anchor'),
    weTellDate: words,
    anchors: table('transfer', 'ovulation', 'preparation'),
    lastDays: z.strictObject({ one: withPlaces('day'), many: withPlaces('day', 'number') }),
    goOn: words,
    untilHeartbeat: words,
    untilWeek: withPlaces('week'),
    untilDoctor: words,
    lookedAt: withPlaces('date'),
    stopNow: withPlaces('medicine'),
    stopOn: withPlaces('date'),
    stopUnknown: words,
    neverTwo: words,
    missedAsk: words,
    fertility: withPlaces('name'),
    kidney: withPlaces('name'),
  }),
  ...blockLabels,
  readBack: z.strictObject({
    medicine: withPlaces('strength', 'units', 'times'),
    atSlot: withPlaces('number', 'slot'),
    slots: table('morning', 'noon', 'evening', 'bedtime'),
    daily: withPlaces('total'),
    first: withPlaces('date'),
    last: withPlaces('date'),
  }),
});

/** The labels of the handout in one language. */
export type Labels = z.infer<typeof labelsSchema>;

/**
 * Puts values into the places of a template. Throws when a value is missing: a brace must never reach the paper.
 * Values are put in as they are, so that braces in a doctor's own words stay as typed.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([^}]*)\}/g, (_, place: string) => {
    const value = values[place];
    if (value === undefined) throw new Error(`No value was given for {${place}}.`);
    return String(value);
  });
}
