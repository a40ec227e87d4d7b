import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import { rupees } from '#core/domain/price.ts';
import { blockOf } from '../../support/blocks.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

type Price = ProgramAnswers['price'];
const WHOLE = { strip: 640, inAll: 123456, date: '2026-12-02' };

let shipped: ShippedPaper;
beforeAll(async () => {
  shipped = await shippedPaper();
});

const withPrice = (price: Price): ProgramAnswers => ({ ...shipped.sample.answers.program, ...(price ? { price } : {}) });

/** What stands under the cost of each way forward. */
function costs(price: Price, language: 'en' | 'hi' = 'en'): string[] {
  const { topic } = shipped.sample.answers;
  const model = shipped.modelOf({ ...shipped.sample, answers: { topic, program: { ...withPrice(price), language } } });
  return blockOf(model, 'options').columns.map(({ cost }) => cost);
}

describe('the price on paper', () => {
  test('all three given: the sentence stands at the medicine and nowhere else, numbers and units never split', () => {
    const [medicine, ...others] = costs(WHOLE);
    expect(medicine).toBe('₹\u00a0640 a strip, about ₹\u00a01,23,456 in all, price of 02-Dec-2026.');
    expect(others).toEqual(costs(undefined).slice(1));
    expect(costs(WHOLE, 'hi')[0]).toBe('एक पत्ता ₹\u00a0640 का, कुल मिलाकर क़रीब ₹\u00a01,23,456। यह दाम 02-दिस-2026 का है।');
  });

  test('nothing given: the cost varies, and she is told to ask', () => {
    expect(costs(undefined)[0]).toMatch(/^Varies; ask us\./);
    expect(costs(undefined, 'hi')[0]).toMatch(/^बदलता है; हमसे पूछें।/);
    expect(costs({})).toEqual(costs(undefined));
  });

  test('one of the two amounts with its date says no more than that', () => {
    const { date } = WHOLE;
    expect(costs({ strip: 62.5, date })[0]).toBe('₹\u00a062.50 a strip, price of 02-Dec-2026.');
    expect(costs({ inAll: 2050, date })[0]).toBe('About ₹\u00a02,050 in all, price of 02-Dec-2026.');
    expect(costs({ strip: 62.5, date }, 'hi')[0]).toBe('एक पत्ता ₹\u00a062.50 का। यह दाम 02-दिस-2026 का है।');
    expect(costs({ inAll: 2050, date }, 'hi')[0]).toBe('कुल मिलाकर क़रीब ₹\u00a02,050। यह दाम 02-दिस-2026 का है।');
  });

  test.each<[string, Price]>([
    ['amounts without their date', { strip: 640, inAll: 2050 }],
    ['a date without an amount', { date: '2026-12-02' }],
  ])('%s: no half price is printed', (_, price) => {
    expect(costs(price)).toEqual(costs(undefined));
  });
});

test.each<[string, Price, string[]]>([
  ['no price', undefined, []],
  ['a whole price', WHOLE, []],
  ['one amount with its date', { inAll: 2050, date: '2026-12-02' }, []],
  ['a date alone, also one to come', { date: '2026-12-05' }, []],
  ['a price of a day to come', { ...WHOLE, date: '2026-12-03' }, ['dates your-options program.price conflict']],
  ['less in all than a strip: worth a look', { ...WHOLE, inAll: 639 }, []],
  ['a strip without its date', { strip: 640 }, ['price your-options program.price missing']],
  ['both without their date', { strip: 640, inAll: 2050 }, ['price your-options program.price missing']],
])('the gate with %s', (_, price, open) => {
  const answers = { ...shipped.sample.answers, program: withPrice(price) };
  const given = { pack: shipped.pack, answers, today: shipped.sample.visitDate, opened: [], clinicReady: true, approved: true };
  const { gate } = evaluate(given);
  expect(gate.filter(({ state }) => state !== 'ready').map((item) => `${item.id} ${item.section} ${item.field} ${item.state}`)).toEqual(
    open,
  );
});

test.each([
  [5, '5'],
  [999, '999'],
  [1000, '1,000'],
  [12345.5, '12,345.50'],
  [0.05, '0.05'],
  [1_000_000, '10,00,000'],
])('%s rupees read %s', (amount, text) => {
  expect(rupees(amount)).toBe(`₹\u00a0${text}`);
});

test('a price is refused at zero, below it, in parts of a paisa and above ten lakh, and when its date is none', () => {
  const parsed = (price: unknown) => parseAnswer(shipped.pack, 'program.price', price);
  for (const amount of [0.01, 0.29, 62.5, 1234.56, 1_000_000]) expect(parsed({ strip: amount })).toMatchObject({ ok: true });
  for (const amount of [0, -1, 0.005, 1_000_000.01, '640'])
    expect(parsed({ inAll: amount }), String(amount)).toEqual({ ok: false, message: expect.any(String) });
  expect(parsed({ date: '05-12-2026' })).toMatchObject({ ok: false });
  expect(parsed({ price: 640 })).toMatchObject({ ok: false });
});

test('what can’t be or is odd about a price is said at its field, and only what can’t be stops “final”', () => {
  const { sample, pack } = shipped;
  const found = (price: Price) => {
    const answers = { ...sample.answers, program: withPrice(price) };
    const { conflicts } = evaluate({ pack, answers, today: sample.visitDate, opened: [], clinicReady: true, approved: true });
    return conflicts.map(({ id, field, blocks }) => `${id} ${field} ${blocks ? 'blocks' : 'to see'}`);
  };
  expect(found(WHOLE)).toEqual([]);
  expect(found({ strip: 640, inAll: 640, date: sample.visitDate })).toEqual([]);
  expect(found({ ...WHOLE, date: '2026-12-03' })).toEqual(['priceInFuture program.price blocks']);
  expect(found({ date: '2026-12-03' })).toEqual(['priceInFuture program.price to see']);
  expect(found({ ...WHOLE, inAll: 639 })).toEqual(['priceInAllLess program.price.inAll to see']);
});
