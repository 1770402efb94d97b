import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedLifetimeValues } from '../../src/models/expectedLifetimeValues.ts';
import { expectedPaybackTimes } from '../../src/models/expectedPaybackTimes.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { anyHorizon, anyParameters } from './purchaseDraws.ts';
import { MODELS, relativeError } from './purchaseModels.ts';
import { anySpenders, fitOf, modelOf, pick, SPEND, spendFitOf, TWO, typicalFits } from './valueCases.ts';

const weekly = { ...typicalFits(modelOf('bgNbd')), horizon: 520 };
const times = (...call: Parameters<typeof expectedPaybackTimes>): number[] => [
  ...expectedPaybackTimes(...call).paybackTime,
];

describe('payback, by hand', () => {
  // Pareto/NBD with s = 2 and beta = 10, of one who comes now: r / alpha = 1 purchase a week, there for t / (1 + t / 10)
  // of t weeks. At 20 a purchase, half of it margin, 50 are earned after 5 purchases: 10 weeks.
  const purchaseFit = fitOf('paretoNbd', { r: 3, alpha: 3, s: 2, beta: 10 });
  const spendFit = spendFitOf({ p: 4, q: 3, v: 10 });
  const summary = { customers: ['ada'], frequency: [0], recency: [0], age: [0], meanSpend: [NaN] };
  const options = { purchaseFit, spendFit, margin: 0.5, horizon: 100 };

  test('is when the expected margin reaches the cost', () => {
    expect(times(summary, { ...options, acquisitionCost: 50 })[0]).toBeCloseTo(10, 12);
    // 2.5 purchases: t / (1 + t / 10) = 2.5.
    expect(times(summary, { ...options, acquisitionCost: 25 })[0]).toBeCloseTo(10 / 3, 12);
  });

  test('never comes where the purchases of all time do not reach it: ten of them', () => {
    expect(times(summary, { ...options, horizon: Infinity, acquisitionCost: 99 })[0]).toBeCloseTo(990, 8);
    expect(times(summary, { ...options, horizon: Infinity, acquisitionCost: 101 })).toEqual([Infinity]);
  });

  test('is Infinity where the horizon comes first, and the horizon where it comes then', () => {
    expect(times(summary, { ...options, horizon: 9.99, acquisitionCost: 50 })).toEqual([Infinity]);
    expect(times(summary, { ...options, horizon: 10.01, acquisitionCost: 50 })[0]).toBeCloseTo(10, 12);
    expect(times(summary, { ...options, horizon: 0, acquisitionCost: 50 })).toEqual([Infinity]);
  });

  test('takes a cost for each, and is 0 where nothing is to be paid back', () => {
    const two = pick({ ...TWO, age: [0, 0], recency: [0, 0], frequency: [0, 0] }, [0, 1]);
    const acquisitionCost = Float64Array.of(0, 50);
    expect(times(two, { ...options, acquisitionCost })[0]).toBe(0);
    expect(times(two, { ...options, acquisitionCost })[1]).toBeCloseTo(10, 12);
    expect(times(summary, { ...options, horizon: 0, acquisitionCost: 0 })).toEqual([0]);
    expect(times(summary, { ...options, margin: 0, acquisitionCost: 0 })).toEqual([0]);
  });

  test('never comes without margin', () => {
    expect(times(summary, { ...options, horizon: Infinity, margin: 0, acquisitionCost: 1e-9 })).toEqual([Infinity]);
  });
});

describe('payback by opportunities', () => {
  // One who bought at the one opportunity there was buys at the next with a chance of 2/3 x 2/3, then 2/3 x 2/4, and
  // so on: 4/9, 7/9, 47/45, … purchases, each worth 9.
  const options = {
    purchaseFit: fitOf('bgBb', { alpha: 1, beta: 1, gamma: 1, delta: 1 }),
    spendFit: spendFitOf({ p: 2, q: 2, v: 8.5 }),
  };
  const buyer = { customers: ['ada'], frequency: [1], recency: [1], age: [1], meanSpend: [5] };

  test.each([
    [1, 1],
    [3.99, 1],
    [4.01, 2],
    [6.99, 2],
    [7.01, 3],
    [9.39, 3],
    [9.41, 4],
  ])('a cost of %d is paid back at opportunity %d, the first by which it is', (acquisitionCost, opportunity) => {
    for (const horizon of [opportunity, opportunity + 1, 100, Infinity])
      expect(times(buyer, { ...options, horizon, acquisitionCost })).toEqual([opportunity]);
    expect(times(buyer, { ...options, horizon: opportunity - 1, acquisitionCost })).toEqual([Infinity]);
  });

  test('a cost that is just reached at an opportunity is paid back at it', () => {
    for (const opportunities of [1, 2, 3, 7, 50]) {
      const acquisitionCost = expectedLifetimeValues(buyer, { ...options, horizon: opportunities }).value[0]!;
      expect(times(buyer, { ...options, horizon: 64, acquisitionCost })).toEqual([opportunities]);
    }
  });

  test('a cost that is never reached, or after more opportunities than are looked at, takes for ever and no time to say so', () => {
    const worth = expectedLifetimeValues(buyer, { ...options, horizon: Infinity, discountRate: 0.1 }).value[0]!;
    const forEver = { ...options, horizon: Infinity, discountRate: 0.1 };
    // Just what all time is worth is reached after all time, or when the rest is below the last digit.
    expect(times(buyer, { ...forEver, acquisitionCost: worth })[0]).toBeGreaterThan(200);
    expect(times(buyer, { ...forEver, acquisitionCost: worth * (1 + 1e-12) })).toEqual([Infinity]);
    // Undiscounted, 12 (1 / 3 + … + 1 / (k + 2)) are earned within k: 127 within 1e5, and 146 within 5e5.
    expect(times(buyer, { ...options, horizon: Infinity, acquisitionCost: 120 })[0]).toBeLessThan(100_000);
    for (const acquisitionCost of [145, 1e6])
      expect(times(buyer, { ...options, horizon: Infinity, acquisitionCost })).toEqual([Infinity]);
  });
});

describe('payback without end', () => {
  test('purchases worth infinitely much each pay back at once, by opportunities at the first', () => {
    const spendFit = spendFitOf({ ...SPEND, q: 0.9 });
    for (const horizon of [52, Infinity]) {
      const [ada, bob] = times(TWO, { ...weekly, spendFit, horizon, acquisitionCost: 5 });
      expect(ada).toBeGreaterThan(0);
      expect(ada).toBeLessThan(52);
      expect(bob).toBe(0);
    }
    const bgBb = { ...typicalFits(modelOf('bgBb')), spendFit };
    expect(times(TWO, { ...bgBb, horizon: 9, acquisitionCost: 5 })[1]).toBe(1);
    expect(times(TWO, { ...weekly, spendFit, horizon: 0, acquisitionCost: 5 })).toEqual([Infinity, Infinity]);
  });

  test('what would be paid back after more time than is looked at is not', () => {
    // Undiscounted, purchases by a BG/NBD law with a below 1 have no end, but come ever more slowly.
    expect(times(TWO, { ...weekly, horizon: Infinity, acquisitionCost: 1e9 })).toEqual([Infinity, Infinity]);
  });
});

describe.each(MODELS)('payback by $name', (one) => {
  const anyCase = fc.record({
    spenders: anySpenders(one),
    parameters: anyParameters(one),
    horizon: anyHorizon(one),
    discountRate: fc.constantFrom(0, 0.002, 0.1),
    acquisitionCost: fc.integer({ min: 1, max: 50_000 }).map((cents) => cents / 100),
  });

  test('the value within it is the cost, and it comes where the value within the horizon reaches the cost', () => {
    fc.assert(
      fc.property(anyCase, ({ spenders, parameters, acquisitionCost, ...rest }) => {
        const options = { purchaseFit: fitOf(one.name, parameters), spendFit: spendFitOf(SPEND), ...rest };
        const { value } = expectedLifetimeValues(spenders, options);
        times(spenders, deepFrozen({ ...options, acquisitionCost })).forEach((time, at) => {
          expect(time < Infinity).toBe(value[at]! >= acquisitionCost);
          if (time === Infinity) return;
          expect(time).toBeLessThanOrEqual(rest.horizon);
          const own = pick(spenders, [at]);
          const paid = (horizon: number): number => expectedLifetimeValues(own, { ...options, horizon }).value[0]!;
          if (!one.isDiscrete) expect(relativeError(paid(time), acquisitionCost)).toBeLessThan(1e-9);
          else expect([paid(time - 1) < acquisitionCost, paid(time) >= acquisitionCost]).toEqual([true, true]);
        });
      }),
      runs(40),
    );
  });

  test('a later discount or a higher cost never makes it sooner', () => {
    const options = { ...typicalFits(one), horizon: 500 };
    const lately = { ...TWO, recency: [4, 0], age: [6, 6] };
    const soon = times(lately, { ...options, acquisitionCost: 0.5 });
    const dearer = times(lately, { ...options, acquisitionCost: 2 });
    const discounted = times(lately, { ...options, acquisitionCost: 2, discountRate: 0.01 });
    for (const at of [0, 1]) {
      expect(soon[at]!).toBeLessThan(dearer[at]! + (one.isDiscrete ? 1 : 0));
      expect(dearer[at]!).toBeLessThanOrEqual(discounted[at]!);
      expect(dearer[at]!).toBeLessThan(Infinity);
    }
  });
});
