import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedSpend } from '../../../src/models/gammaGamma/expectedSpend.ts';
import { expectedSpendOfNewCustomer } from '../../../src/models/gammaGamma/expectedSpendOfNewCustomer.ts';
import type { GammaGammaParameters } from '../../../src/models/gammaGamma/types.ts';
import { refusalOf } from '../../core/refusalOf.ts';
import { deepFrozen } from '../../laws/deepFrozen.ts';

const FITTED = { p: 6.248802489711435, q: 3.744588453287089, v: 15.447748009455799 };
const PUBLISHED = { p: 6.25, q: 3.74, v: 15.44 };

/**
 * The mean of a customer's own mean p / rate over what is known of the rate, by a sum over steps of its logarithm: its
 * law before is gamma of shape q and rate v, and each purchase's amount is gamma of shape p and that rate.
 */
function meanByQuadrature({ p, q, v }: GammaGammaParameters, purchases: number, meanSpend: number): number {
  const shape = q + p * purchases;
  const rate = v + purchases * meanSpend;
  const middle = Math.log(shape / rate);
  let weights = 0;
  let total = 0;
  for (let log = middle - 40; log < middle + 10; log += 0.002) {
    const weight = Math.exp(shape * (log - middle) - rate * Math.exp(log) + shape);
    weights += weight;
    total += (weight * p) / Math.exp(log);
  }
  return total / weights;
}

const positive = fc.double({ min: 0.05, max: 200, noNaN: true });
const anyCase = fc.record({
  p: positive,
  q: fc.double({ min: 1.001, max: 200, noNaN: true }),
  v: positive,
  frequency: fc.nat(300),
  meanSpend: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
});

describe('gammaGamma.expectedSpend', () => {
  // Fader and Hardie (2013), note 025: the first ten customers of CDNOW.
  test.each([
    [2, 22.35, 24.65],
    [1, 11.77, 18.91],
    [0, 0, 35.17],
    [7, 73.74, 71.46],
    [2, 25.55, 27.28],
  ])('is as published for %d purchases of %d', (frequency, meanSpend, published) => {
    expect(Math.abs(expectedSpend(FITTED, { frequency, meanSpend }) - published)).toBeLessThan(0.02);
  });

  test.each([
    [2, 22.35, 24.658616174325743],
    [1, 11.77, 18.911479841564557],
    [0, Number.NaN, 35.171002088240975],
    [29, 26.26, 26.392947662340763],
    [26, 39.97, 39.89027722923295],
    [5, 44.93, 44.14195835446074],
  ])('is that of other programs, to all digits, for %d purchases of %d', (frequency, meanSpend, known) => {
    expect(expectedSpend(FITTED, { frequency, meanSpend })).toBeCloseTo(known, 11);
  });

  test.each([
    [PUBLISHED, 1, 4],
    [PUBLISHED, 40, 100],
    [{ p: 0.4, q: 1.6, v: 30 }, 3, 12],
    [{ p: 3, q: 0.2, v: 5 }, 2, 12],
  ])('is the mean of what is known of the customer: %o', (parameters, frequency, meanSpend) => {
    const mean = meanByQuadrature(parameters, frequency, meanSpend);
    expect(expectedSpend(parameters, { frequency, meanSpend })).toBeCloseTo(mean, 9);
  });

  test('is between the customer’s own mean and that of a new customer, nearer to the own with every purchase', () => {
    fc.assert(
      fc.property(anyCase, ({ frequency, meanSpend, ...parameters }) => {
        const average = expectedSpendOfNewCustomer(parameters);
        const expected = expectedSpend(parameters, { frequency, meanSpend });
        const room = 1e-12 * Math.max(average, meanSpend);
        expect(expected).toBeGreaterThanOrEqual(Math.min(average, meanSpend) - room);
        expect(expected).toBeLessThanOrEqual(Math.max(average, meanSpend) + room);
        const more = expectedSpend(parameters, { frequency: frequency + 1, meanSpend });
        expect(Math.abs(more - meanSpend)).toBeLessThanOrEqual(Math.abs(expected - meanSpend) + room);
      }),
    );
  });

  test('is a mean of the two, weighted by p x and by q - 1', () => {
    // p x = 12, q - 1 = 3, and a new customer spends 6 x 15 / 3 = 30: (12 x 20 + 3 x 30) / 15 = 22.
    expect(expectedSpend({ p: 6, q: 4, v: 15 }, { frequency: 2, meanSpend: 20 })).toBe(22);
  });

  test('money in cents gives the same in cents', () => {
    const [one, cents] = [
      { frequency: 3, meanSpend: 20.25 },
      { frequency: 3, meanSpend: 2025 },
    ];
    expect(expectedSpend({ ...PUBLISHED, v: 1544 }, cents)).toBeCloseTo(100 * expectedSpend(PUBLISHED, one), 10);
  });

  test('is infinite for a customer of too few purchases where q is at most 1, and never below 0', () => {
    const spread = { p: 0.1, q: 0.8, v: 5 };
    expect(expectedSpend(spread, { frequency: 0, meanSpend: Number.NaN })).toBe(Infinity);
    expect(expectedSpend(spread, { frequency: 1, meanSpend: 7 })).toBe(Infinity);
    // p x + q - 1 = 0.1 x 3 - 0.2 = 0.1, and 0.1 x (5 + 3 x 7) = 2.6.
    expect(expectedSpend(spread, { frequency: 3, meanSpend: 7 })).toBeCloseTo(26, 10);
  });

  test('what a customer without purchases spent says nothing, as long as it is a number', () => {
    for (const meanSpend of [Infinity, '5', null, undefined])
      expect(refusalOf(() => expectedSpend(PUBLISHED, { frequency: 0, meanSpend: meanSpend as never }))).toMatchObject({
        code: 'not-a-number',
        path: ['meanSpend'],
      });
    for (const meanSpend of [0, -3, Number.NaN])
      expect(expectedSpend({ p: 6, q: 4, v: 15 }, { frequency: 0, meanSpend })).toBe(30);
  });

  test('a wrong parameter is refused by name and value', () => {
    for (const name of ['p', 'q', 'v'])
      for (const value of [0, -1, Number.NaN, Infinity, '6', null]) {
        const parameters = { ...PUBLISHED, [name]: value } as GammaGammaParameters;
        for (const call of [
          () => expectedSpend(parameters, { frequency: 1, meanSpend: 5 }),
          () => expectedSpendOfNewCustomer(parameters),
        ])
          expect(refusalOf(call)).toMatchObject({ code: 'not-a-quantity', path: [name] });
      }
  });

  test('spend at or below 0 and a broken count are refused by name and value', () => {
    const refused = (customer: object) => refusalOf(() => expectedSpend(PUBLISHED, customer as never));
    for (const meanSpend of [0, -5, Number.NaN, Infinity, undefined])
      expect(refused({ frequency: 1, meanSpend })).toMatchObject({
        code: 'not-a-quantity',
        metric: 'gammaGamma.expectedSpend',
        path: ['meanSpend'],
      });
    for (const frequency of [-1, 0.5, Number.NaN, undefined])
      expect(refused({ frequency, meanSpend: 5 })).toMatchObject({ code: 'not-a-count', path: ['frequency'] });
    expect(refusalOf(() => expectedSpend(PUBLISHED, null as never))).toMatchObject({ code: 'not-a-record' });
  });
});

describe('gammaGamma.expectedSpendOfNewCustomer', () => {
  test('is the mean of the customers’ means', () => {
    expect(expectedSpendOfNewCustomer(FITTED)).toBeCloseTo(35.171002088240975, 12);
    expect(expectedSpendOfNewCustomer({ p: 6, q: 4, v: 15 })).toBe(30);
  });

  test('is what a customer without purchases is expected to spend', () => {
    fc.assert(
      fc.property(anyCase, ({ meanSpend, ...parameters }) => {
        expect(expectedSpend(parameters, { frequency: 0, meanSpend })).toBe(expectedSpendOfNewCustomer(parameters));
      }),
    );
  });

  test('is infinite where q is at most 1, where others give less than nothing', () => {
    expect(expectedSpendOfNewCustomer({ p: 6, q: 1, v: 15 })).toBe(Infinity);
    expect(expectedSpendOfNewCustomer({ p: 6, q: 0.9, v: 15 })).toBe(Infinity);
    expect(expectedSpendOfNewCustomer(deepFrozen({ p: 6, q: 1.5, v: 15 }))).toBe(180);
  });
});
