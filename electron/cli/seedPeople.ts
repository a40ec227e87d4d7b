import type { NewPatient } from '#core/contract/patientShapes.ts';
import { FAMILY, GIVEN, MEN, VILLAGES } from './seedNames.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list; those in front come more often, as names do. */
function pick<Item>(list: readonly Item[], random: Random, lean = 1): Item {
  const item = list[Math.floor(random() ** lean * list.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

const LEAN = 1.6;
const SHARE = { hindi: 0.25, single: 0.12, capitals: 0.15, bornKnown: 0.2, phone: 0.92, relative: 0.85, village: 0.5 };
/** No number in India begins like this: no mobile one with a 5, and no area code with 50. */
const PHONE_BEGINS = '500';

function phoneOf(random: Random): string {
  return `${PHONE_BEGINS}${String(Math.floor(random() * 1e7)).padStart(7, '0')}`;
}

/**
 * An invented patient. Everything of her shows that she is: record numbers begin with TEST-, phone numbers with digits that
 * no number has, villages don't exist. The same for the same random numbers.
 * @param number counts the patients from 1
 * @param today the day on which her age is told, YYYY-MM-DD
 */
export function inventedPatient(random: Random, number: number, today: string): NewPatient {
  const script = random() < SHARE.hindi ? 1 : 0;
  const given = pick(GIVEN, random, LEAN)[script];
  const family = pick(FAMILY, random, LEAN)[script];
  const single = random() < SHARE.single;
  const spelt = single ? given : `${given} ${family}`;
  const capitals = random() < SHARE.capitals;
  const years = 21 + Math.floor(random() * 15 + random() * 12);
  const born = random() < SHARE.bornKnown;
  const bornOn = `${Number(today.slice(0, 4)) - years}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const hasPhone = random() < SHARE.phone;
  const phone = phoneOf(random);
  const hers = random() < 0.6;
  const man = pick(MEN, random, LEAN)[script];
  const manSpelt =
    single || random() < 0.4 ? man : `${man} ${/^(Devi|Kumari|Bai|देवी|कुमारी|बाई)$/.test(family) ? ['Kumar', 'कुमार'][script] : family}`;
  const hasRelative = random() < SHARE.relative;
  const father = random() < 0.1;
  const village = pick(VILLAGES, random);
  const hasVillage = random() < SHARE.village;
  return {
    name: capitals ? spelt.toUpperCase() : spelt,
    recordNumber: `TEST-${String(number).padStart(6, '0')}`,
    age: born ? { kind: 'born', bornOn } : { kind: 'told', years, toldOn: today },
    ...(hasPhone ? { phone, phoneOf: hers ? ('hers' as const) : ('husband' as const) } : {}),
    ...(hasRelative ? { relative: manSpelt, relativeIs: father ? ('father' as const) : ('husband' as const) } : {}),
    ...(hasVillage ? { village } : {}),
  };
}
