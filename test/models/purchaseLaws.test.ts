import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../laws/runs.ts';
import { anyCustomer, anyHistories, anyHorizon, anyParameters, columnsOf } from './purchaseDraws.ts';
import { MODELS, relativeError } from './purchaseModels.ts';

/** What rounding may do to a quotient of two figures that should be ordered. */
const ROUNDING = 1e-11;

describe.each(MODELS)('$name', (one) => {
  const { model, isDiscrete } = one;
  const parameters = anyParameters(one);
  const customer = anyCustomer(one);
  const horizon = anyHorizon(one);

  test('every chance is from 0 to 1, every expectation at least 0 and finite', () => {
    const purchases = fc.oneof(fc.nat(5), fc.nat(60));
    fc.assert(
      fc.property(parameters, customer, horizon, purchases, (law, known, time, count) => {
        const chances = [
          model.probabilityAlive(law, known),
          model.probabilityAlive(law, known, { after: time }),
          model.probabilityOfPurchases(law, known, { purchases: count, horizon: time }),
          model.probabilityOfPurchasesOfNewCustomer(law, { purchases: count, horizon: time }),
        ];
        for (const chance of chances) expect(chance >= 0 && chance <= 1, String(chances)).toBe(true);
        const expectations = [
          model.expectedPurchases(law, known, { horizon: time }),
          model.expectedPurchasesOfNewCustomer(law, { horizon: time }),
          model.discountedExpectedResidualTransactions(law, known, { discountRate: 0.01, horizon: time }),
          model.discountedExpectedResidualTransactions(law, known, { discountRate: 0.01 }),
        ];
        for (const value of expectations) expect(value >= 0 && value < Infinity, String(expectations)).toBe(true);
      }),
      runs(200),
    );
  });

  test('the chance to be alive never rises with silence, nor with the time that nothing is known of', () => {
    fc.assert(
      fc.property(parameters, customer, horizon, horizon, (law, known, first, second) => {
        const now = model.probabilityAlive(law, known);
        const silent = model.probabilityAlive(law, { ...known, age: known.age + first });
        expect(silent).toBeLessThanOrEqual(now * (1 + ROUNDING));
        const [sooner, later] = [first, first + second].map((after) => model.probabilityAlive(law, known, { after }));
        expect(sooner).toBeLessThanOrEqual(now * (1 + ROUNDING));
        expect(later).toBeLessThanOrEqual(sooner! * (1 + ROUNDING));
      }),
      runs(200),
    );
  });

  test('the expectation grows with the horizon, and never beyond that of one who cannot leave', () => {
    fc.assert(
      fc.property(parameters, customer, horizon, horizon, (law, known, first, second) => {
        const [sooner, later] = [first, first + second].map((time) =>
          model.expectedPurchases(law, known, { horizon: time }),
        );
        expect(later! * (1 + ROUNDING)).toBeGreaterThanOrEqual(sooner!);
        const pace = isDiscrete
          ? (law.alpha! + known.frequency) / (law.alpha! + law.beta! + known.age)
          : (law.r! + known.frequency) / (law.alpha! + known.age);
        const alive = isDiscrete ? 1 : model.probabilityAlive(law, known);
        expect(sooner).toBeLessThanOrEqual(alive * pace * first * (1 + ROUNDING));
        const forEver = model.expectedPurchases(law, known, { horizon: Infinity });
        expect(later).toBeLessThanOrEqual(forEver * (1 + ROUNDING));
      }),
      runs(200),
    );
  });

  test('the expectation for all time is what that of ever longer times tends to', () => {
    // Beyond 1 for the leaving law it is finite, and the rest falls like a power of time.
    const law = isDiscrete
      ? { alpha: 1.2, beta: 0.7, gamma: 4, delta: 3 }
      : { r: 0.5, alpha: 4, a: 4, b: 3, s: 4, beta: 8 };
    const known = { frequency: 2, recency: 4, age: 6 };
    const within = model.expectedPurchases(law, known, { horizon: 100_000 });
    expect(relativeError(within, model.expectedPurchases(law, known, { horizon: Infinity }))).toBeLessThan(1e-7);
    const few = { ...one.typical };
    expect(model.expectedPurchases(few, known, { horizon: Infinity })).toBe(Infinity);
  });

  test('the chances of all numbers of purchases add up to 1, and their mean is the expectation', () => {
    const shorter = isDiscrete ? fc.nat(30) : fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyParameters(one, 0.1, 10), customer, shorter, (law, known, part) => {
        fc.pre(known.frequency <= 40);
        const time = isDiscrete ? part : part * (law.alpha! + known.age);
        const most = isDiscrete ? time : 150 + 8 * known.frequency;
        let [all, mean] = [0, 0];
        for (let purchases = 0; purchases <= most; purchases++) {
          const chance = model.probabilityOfPurchases(law, known, { purchases, horizon: time });
          all += chance;
          mean += purchases * chance;
        }
        expect(Math.abs(all - 1)).toBeLessThan(1e-10);
        const expected = model.expectedPurchases(law, known, { horizon: time });
        expect(Math.abs(mean - expected)).toBeLessThan(1e-9 * (1 + expected));
      }),
      runs(30),
    );
  });

  test('discounted purchases are worth less the higher the rate, and at hardly any as much as undiscounted', () => {
    const rate = fc.double({ min: 1e-4, max: 1, noNaN: true });
    fc.assert(
      fc.property(parameters, customer, horizon, rate, rate, (law, known, time, first, second) => {
        const at = (discountRate: number, within: number = time) =>
          model.discountedExpectedResidualTransactions(law, known, { discountRate, horizon: within });
        const expected = model.expectedPurchases(law, known, { horizon: time });
        expect(at(first + second)).toBeLessThanOrEqual(at(first) * (1 + ROUNDING));
        expect(at(first)).toBeLessThanOrEqual(expected * (1 + ROUNDING));
        expect(at(first)).toBeLessThanOrEqual(at(first, Infinity) * (1 + ROUNDING));
        expect(Math.abs(at(1e-9) - expected)).toBeLessThanOrEqual(1e-9 * time * expected + ROUNDING * expected);
      }),
      runs(100),
    );
  });

  test('discounted purchases of a long time are those of all time', () => {
    fc.assert(
      fc.property(parameters, customer, (law, known) => {
        const options = { discountRate: 0.1 };
        const forEver = model.discountedExpectedResidualTransactions(law, known, options);
        const within = model.discountedExpectedResidualTransactions(law, known, { ...options, horizon: 600 });
        expect(Math.abs(within - forEver)).toBeLessThanOrEqual(1e-10 * forEver);
      }),
      { numRuns: 60 },
    );
  });

  test.skipIf(isDiscrete)('days and weeks give the same predictions, and likelihoods a known factor apart', () => {
    const longer = new Set(['alpha', 'beta']);
    fc.assert(
      fc.property(parameters, anyHistories(one), horizon, (law, data, time) => {
        const inDays = Object.fromEntries(
          Object.entries(law).map(([name, value]) => [name, longer.has(name) ? 7 * value : value]),
        );
        const days = (weeks: readonly number[]) => weeks.map((value) => 7 * value);
        const other = { frequency: data.frequency, recency: days(data.recency), age: days(data.age) };
        const purchases = data.frequency.reduce((total, count) => total + count, 0);
        const found = model.logLikelihood(inDays, other) + purchases * Math.log(7);
        const known = model.logLikelihood(law, data);
        expect(Math.abs(found - known)).toBeLessThan(1e-12 * (1 + purchases * 10 + Math.abs(known)));
        const customerInWeeks = { frequency: data.frequency[0]!, recency: data.recency[0]!, age: data.age[0]! };
        const customerInDays = { frequency: data.frequency[0]!, recency: other.recency[0]!, age: other.age[0]! };
        const alive = model.probabilityAlive(law, customerInWeeks);
        expect(Math.abs(model.probabilityAlive(inDays, customerInDays) - alive)).toBeLessThan(1e-10);
        const expected = model.expectedPurchases(law, customerInWeeks, { horizon: time });
        const again = model.expectedPurchases(inDays, customerInDays, { horizon: 7 * time });
        expect(Math.abs(again - expected)).toBeLessThanOrEqual(1e-9 * expected);
      }),
      runs(100),
    );
  });

  test('neither the order of rows nor counting like rows once changes a digit of the likelihood', () => {
    fc.assert(
      fc.property(
        parameters,
        fc.array(fc.tuple(customer, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 10 }),
        fc.infiniteStream(fc.double({ noNaN: true })),
        (law, kinds, chance) => {
          fc.pre(kinds.some(([, times]) => times > 0));
          const weighted = { ...columnsOf(kinds.map(([known]) => known)), weight: kinds.map(([, times]) => times) };
          const single = kinds.flatMap(([known, times]) => Array.from({ length: times }, () => known));
          const shuffled = single
            .map((known) => [chance.next().value, known] as const)
            .sort(([first], [second]) => first - second)
            .map(([, known]) => known);
          expect(model.logLikelihood(law, weighted)).toBe(model.logLikelihood(law, columnsOf(shuffled)));
        },
      ),
      runs(100),
    );
  });
});

describe.each(MODELS.slice(0, 3))('$name, far beyond what is usual', ({ model, typical }) => {
  // By the chances of all numbers of purchases, which are computed on another way.
  test.each([
    ['a customer of 2,000 purchases', typical, { frequency: 2000, recency: 38.8, age: 38.86 }, 39, 3500],
    ['a thousand times the age', typical, { frequency: 2, recency: 3, age: 4 }, 4000, 14_000],
    [
      'nearly nobody leaves',
      { r: 5, alpha: 1, a: 0.05, b: 3, s: 0.05, beta: 0.1 },
      { frequency: 3, recency: 1, age: 1 },
      200,
      4500,
    ],
    [
      'nearly alike',
      { r: 30, alpha: 30, a: 20, b: 30, s: 20, beta: 1 },
      { frequency: 0, recency: 0, age: 0 },
      100,
      500,
    ],
  ] as const)('%s', (_, law, known, horizon, most) => {
    let [all, mean] = [0, 0];
    for (let purchases = 0; purchases <= most; purchases++) {
      const chance = model.probabilityOfPurchases(law, known, { purchases, horizon });
      all += chance;
      mean += purchases * chance;
    }
    expect(Math.abs(all - 1)).toBeLessThan(1e-9);
    expect(relativeError(model.expectedPurchases(law, known, { horizon }), mean)).toBeLessThan(1e-8);
  });
});

const [BG, MBG] = MODELS.map(({ model }) => model) as [(typeof MODELS)[0]['model'], (typeof MODELS)[0]['model']];

test('MBG/NBD is BG/NBD with one chance to leave behind, for whoever bought again', () => {
  fc.assert(
    fc.property(anyParameters(MODELS[0]!), anyCustomer(MODELS[0]!), anyHorizon(MODELS[0]!), (law, known, horizon) => {
      fc.pre(known.frequency > 0);
      const after = { ...law, b: law.b! + 1 };
      const data = columnsOf([known]);
      const stayed = Math.log(law.b! / (law.a! + law.b!));
      const [likelihood, other] = [MBG.logLikelihood(law, data), stayed + BG.logLikelihood(after, data)];
      expect(Math.abs(likelihood - other)).toBeLessThan(1e-12 * (10 + Math.abs(other) + 10 * known.frequency));
      expect(relativeError(MBG.probabilityAlive(law, known), BG.probabilityAlive(after, known))).toBeLessThan(1e-12);
      const [found, expected] = [
        MBG.expectedPurchasesOfNewCustomer(law, { horizon }),
        (law.b! / (law.a! + law.b!)) * BG.expectedPurchasesOfNewCustomer(after, { horizon }),
      ];
      expect(relativeError(found, expected)).toBeLessThan(1e-12);
    }),
    runs(200),
  );
});

test.each(MODELS.slice(0, 3))('$name where hardly anybody leaves is the negative binomial model', (one) => {
  const { model } = one;
  const law = { r: 0.7, alpha: 3, a: 1, b: 1e13, s: 1e-13, beta: 5 };
  const known = { frequency: 3, recency: 9, age: 12 };
  expect(Math.abs(model.probabilityAlive(law, known, { after: 50 }) - 1)).toBeLessThan(1e-11);
  expect(relativeError(model.expectedPurchases(law, known, { horizon: 10 }), (3.7 / 15) * 10)).toBeLessThan(1e-11);
  // (3.7)_2 / 2! (15 / 25)^3.7 (10 / 25)^2
  const two = ((3.7 * 4.7) / 2) * 0.6 ** 3.7 * 0.16;
  expect(relativeError(model.probabilityOfPurchases(law, known, { purchases: 2, horizon: 10 }), two)).toBeLessThan(
    1e-11,
  );
  // r ln(alpha / (alpha + T)) + ln((r)_3) - 3 ln(alpha + T)
  const likelihood = 0.7 * Math.log(3 / 15) + Math.log(0.7 * 1.7 * 2.7) - 3 * Math.log(15);
  expect(relativeError(model.logLikelihood(law, columnsOf([known])), likelihood)).toBeLessThan(1e-11);
});

test('BG/BB where hardly anybody leaves is the beta-binomial model', () => {
  const { model } = MODELS[3]!;
  const law = { alpha: 1.5, beta: 2, gamma: 1e-13, delta: 3 };
  const known = { frequency: 2, recency: 3, age: 5 };
  expect(Math.abs(model.probabilityAlive(law, known, { after: 20 }) - 1)).toBeLessThan(1e-11);
  expect(relativeError(model.expectedPurchases(law, known, { horizon: 4 }), (3.5 / 8.5) * 4)).toBeLessThan(1e-11);
  // (3.5)_2 (5)_2 4! / (2! 2! (8.5)_4)
  const two = (3.5 * 4.5 * 5 * 6 * 6) / (8.5 * 9.5 * 10.5 * 11.5);
  expect(relativeError(model.probabilityOfPurchases(law, known, { purchases: 2, horizon: 4 }), two)).toBeLessThan(
    1e-11,
  );
});
