import { describe, expect, test } from 'vitest';
import { convertCurrency } from '../../src/log/convertCurrency.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada'],
  at: [30, 20, 10],
  amount: [10, 10, 8],
  currency: ['USD', 'EUR', 'GBP'],
});

describe('converting currencies', () => {
  test('multiplies each amount by the rate of its currency and instant', () => {
    const rates = new Map([
      ['USD 30', 0.5],
      ['GBP 10', 1.25],
    ]);
    const converted = convertCurrency(log, { to: 'EUR', rate: (currency, at) => rates.get(`${currency} ${at}`)! });
    expect(converted.amount).toEqual(Float64Array.of(10, 5, 10));
    expect(converted.currency).toEqual({ codes: Int32Array.of(0, 0, 0), values: ['EUR'] });
    expect(purchaseTotals(converted)).toMatchObject({ revenue: 25, definition: { currency: 'EUR' } });
  });

  test('asks no rate for what is in the currency already, and leaves it exactly as it is', () => {
    const asked: string[] = [];
    convertCurrency(log, { to: 'EUR', rate: (currency) => asked.push(currency) });
    expect(asked).toEqual(['GBP', 'USD']);
    const odd = eventLogFromColumns({ customer: [1], at: [1], amount: [0.1], currency: ['EUR'] });
    expect(convertCurrency(odd, { to: 'EUR', rate: () => expect.unreachable() }).amount).toEqual(Float64Array.of(0.1));
  });

  test('keeps the sign of a refund', () => {
    const refunds = { customer: [1, 1], at: [1, 2], amount: [10, -4], currency: ['USD', 'USD'] };
    const signed = eventLogFromColumns(refunds, { refunds: 'keep' });
    expect(convertCurrency(signed, { to: 'EUR', rate: () => 0.5 }).amount).toEqual(Float64Array.of(5, -2));
  });

  test('leaves the log alone', () => {
    const copy = structuredClone(log);
    convertCurrency(log, { to: 'EUR', rate: () => 2 });
    expect(log).toEqual(copy);
  });
});

describe('a rate', () => {
  test('that is missing is refused, never taken for 1, by currency and instant', () => {
    const rates = new Map([['GBP', 1.25]]);
    const error = refusalOf(() => convertCurrency(log, { to: 'EUR', rate: (currency) => rates.get(currency)! }));
    expect(error).toMatchObject({
      code: 'not-a-quantity',
      path: ['rate', 'USD', 30],
      expected: 'a finite number above 0',
      received: 'undefined',
      issueCount: 1,
    });
  });

  test('that is 0, negative, no number or not finite is refused', () => {
    for (const rate of [0, -1, Number.NaN, Infinity, '1.1', null, 1n, Symbol('s'), {}])
      expect(refusalOf(() => convertCurrency(log, { to: 'EUR', rate: () => rate as number }))).toMatchObject({
        code: 'not-a-quantity',
        issueCount: 2,
      });
  });
});

describe('a conversion that is wrong', () => {
  const rate = () => 1;

  test('is refused', () => {
    expect(refusalOf(() => convertCurrency({} as never, { to: 'EUR', rate })).code).toBe('not-a-log');
    for (const to of ['', null, undefined, 5])
      expect(refusalOf(() => convertCurrency(log, { to: to as string, rate }))).toMatchObject({ code: 'not-a-text' });
    expect(refusalOf(() => convertCurrency(log, { to: 'EUR' } as never)).code).toBe('not-a-function');
    expect(refusalOf(() => convertCurrency(log, { to: 'EUR', rate, at: 5 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => convertCurrency(log, undefined as never)).code).toBe('not-a-record');
  });

  test('because the log has no amounts or no currencies is refused', () => {
    const columns = { customer: [1], at: [1] };
    for (const extra of [{}, { amount: [5] }, { currency: ['EUR'] }]) {
      const bare = eventLogFromColumns({ ...columns, ...extra });
      expect(refusalOf(() => convertCurrency(bare, { to: 'EUR', rate })).code).toBe('missing-field');
    }
  });

  test.each(HOSTILE_VALUES)('because something is %s gives a log or an InputError', (_, value) => {
    for (const options of [value, { to: value, rate }, { to: 'EUR', rate: value }, { to: 'EUR', rate: () => value }])
      try {
        convertCurrency(log, options as never);
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
  });
});
