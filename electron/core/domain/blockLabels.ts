import * as z from 'zod';

/** A label: any words. */
export const words = z.string().trim().min(1);

/** A text with places in braces. It must name exactly these places, so that nothing is lost and no brace is printed. */
export function withPlaces<const P extends readonly string[]>(...places: P) {
  return words.superRefine((text, ctx) => {
    const found = [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
    for (const place of places)
      if (!found.includes(place)) ctx.addIssue({ code: 'custom', message: `Name the place {${place}} in this text.` });
    for (const place of found)
      if (!places.includes(place ?? '')) ctx.addIssue({ code: 'custom', message: `{${place}} is not a place of this text.` });
  });
}

/** A label for each of some keys. */
export const table = <K extends string>(...keys: K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, words])) as Record<K, typeof words>);
/** A label for each form of the medicine. */
export const forms = z.strictObject({ tablet: words, capsule: words });

/** Labels of the blocks from the red flags on. */
export const blockLabels = {
  redFlags: z.strictObject({
    title: words,
    day: words,
    night: words,
    call: words,
    callAfterStop: words,
    emergency: withPlaces('numbers'),
    emergencyAfterStop: withPlaces('numbers'),
    show: words,
    elsewhere: words.describe('On page 1 when the block itself stands on page 2'),
  }),
  calendar: z.strictObject({
    title: words,
    how: forms,
    weekday: words,
    date: words,
    slot: withPlaces('slot', 'units'),
    also: words,
    box: words.describe('What a box to tick is called where it isn’t seen'),
    first: words,
    last: words,
    transfer: words,
    tests: words.describe('Several tests at one time'),
    bloodFirst: words,
    visit: withPlaces('purpose'),
    end: words,
    dontStop: words,
    endAfterStop: words,
    takeEachDay: words,
    transferOn: withPlaces('date'),
    visitOn: withPlaces('purpose', 'date'),
  }),
  changes: z.strictObject({
    title: words,
    transfer: words,
    negative: words,
    bleeding: words,
    vomiting: words,
    transferRule: words,
    ask: words,
  }),
  tests: z.strictObject({ title: words, when: words, test: words, why: words, result: words, bloodFirst: words }),
  needed: z.strictObject({ title: words, due: withPlaces('date') }),
  criteria: z.strictObject({
    title: words,
    lead: words,
    what: words,
    answer: words,
    value: words,
    met: words,
    notMet: words,
    notKnown: words,
    doesNotApply: words,
    seeNeeded: words,
    expected: withPlaces('date'),
    doctorsDecision: withPlaces('reason'),
    reasons: table('treated', 'doesNotApply', 'accepted', 'own'),
    yes: words,
    no: words,
  }),
  options: z.strictObject({
    title: words,
    good: words,
    hard: words,
    cost: words,
    price: z
      .strictObject({
        both: withPlaces('strip', 'all', 'date'),
        stripOnly: withPlaces('strip', 'date'),
        allOnly: withPlaces('all', 'date'),
      })
      .describe('The cost of the medicine when its price was written down'),
  }),
  evidence: z.strictObject({ title: words }),
  sideEffects: z.strictObject({ title: words, sign: words, serious: words, what: words, pregnancy: words }),
  medicines: z.strictObject({
    title: words,
    lead: words,
    hit: withPlaces('names'),
    fasting: words,
    ordinary: z.array(words).describe('Words that name no medicine, left out when her medicines are looked up'),
  }),
  questions: z.strictObject({ title: words, asked: withPlaces('question'), open: withPlaces('who'), above: withPlaces('title') }),
  teachBack: z.strictObject({
    title: words,
    items: table('dose', 'dontStart', 'lastDose', 'missedDose', 'redFlags', 'transferMoves', 'notStopping', 'decided', 'nextStep'),
    states: table('understood', 'again', 'later'),
  }),
  clinicCopy: z.strictObject({
    title: words,
    lead: words,
    about: words,
    decided: words,
    talkLanguage: words,
    saidTitle: words,
    items: table('offLabel', 'options', 'risks', 'cost', 'chances'),
    said: words,
    notSaid: words,
    signTitle: words,
    agree: words,
    sign: table('signature', 'date', 'thumbprint', 'thumbBox', 'readAloud', 'readBy', 'witness', 'relation', 'witnessSignature', 'doctor'),
  }),
  sources: z.strictObject({
    title: words,
    clinic: words,
    label: words,
    study: words,
    guideline: words,
    law: words,
    kind: withPlaces('kind', 'sources'),
    content: withPlaces('date', 'review'),
  }),
};
