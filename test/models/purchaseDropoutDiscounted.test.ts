import { describe, expect, test } from 'vitest';
import { dropoutDiscounted } from '../../src/models/purchaseDropoutDiscounted.ts';
import { dropoutExpected } from '../../src/models/purchaseDropoutPredictions.ts';
import { relativeError } from './purchaseModels.ts';

const customer = (buyingFirst: number, buyingSecond: number, leavingFirst: number, leavingSecond: number) => ({
  ...{ alive: 1, buyingFirst, buyingSecond, leavingFirst, leavingSecond },
});

/**
 * By parts: e^(-rate T) x purchases within T, and rate x the integral of e^(-rate u) x purchases within u, by Simpson's
 * rule over the square root of time, which all of it is smooth in.
 */
function byParts(of: ReturnType<typeof customer>, time: number, rate: number): number {
  const steps = 4000;
  const end = Math.sqrt(time);
  let total = 0;
  for (let i = 1; i <= steps; i++) {
    const root = (end * i) / steps;
    const weight = i === steps ? 1 : i % 2 === 0 ? 2 : 4;
    total += weight * 2 * root * Math.exp(-rate * root * root) * dropoutExpected(of, root * root);
  }
  return Math.exp(-rate * time) * dropoutExpected(of, time) + (rate * total * end) / steps / 3;
}

describe('discounted purchases of one who may leave at each', () => {
  test.each([
    // On both sides of every turn in the way: many coefficients of the series, a large shape, a time far beyond the scale.
    ...[39.9, 40.1, 400].map((shape) => ({ of: customer(shape, 39, 0.8, 30), time: 52, rate: 0.002 })),
    ...[5, 30, 80, 400].map((time) => ({ of: customer(2.2, 4, 0.8, 2.4), time, rate: 0.01 })),
    { of: customer(0.3, 0.05, 0.8, 2.4), time: 100, rate: 0.01 },
    { of: customer(0.3, 4, 0.01, 2.4), time: 100, rate: 0.1 },
    { of: customer(0.3, 4, 20, 0.4), time: 100, rate: 0.1 },
    { of: customer(3, 4, 200, 300), time: 20, rate: 1 },
    // Money that is worth nothing after a day.
    { of: customer(0.3, 40, 0.8, 2.4), time: 5, rate: 30 },
  ])('within a time, by parts: $of.buyingFirst, $of.buyingSecond within $time at $rate', ({ of, time, rate }) => {
    expect(relativeError(dropoutDiscounted(of, time, rate), byParts(of, time, rate))).toBeLessThan(1e-9);
  });

  test('one who never leaves buys at the mean rate for ever', () => {
    const of = customer(3, 6, 1e-13, 5);
    expect(relativeError(dropoutDiscounted(of, Infinity, 0.01), 3 / 6 / 0.01)).toBeLessThan(1e-10);
    const within = ((3 / 6) * (1 - Math.exp(-0.4))) / 0.01;
    expect(relativeError(dropoutDiscounted(of, 40, 0.01), within)).toBeLessThan(1e-10);
  });

  test('one who leaves at the first purchase buys once, at a time of the law of Pareto: Gompertz knew the constant', () => {
    // The integral of e^-t / (1 + t)^2 is 1 - 0.5963473623231940743.
    const of = customer(1, 1, 1e13, 1);
    expect(relativeError(dropoutDiscounted(of, Infinity, 1), 1 - 0.596347362323194)).toBeLessThan(1e-10);
    expect(relativeError(dropoutDiscounted(of, 60, 1), 1 - 0.596347362323194)).toBeLessThan(1e-10);
  });

  test('hardly any discount leaves the mean of 1 / p: (a + b - 1) / (a - 1)', () => {
    for (const rate of [1e-12, 1e-100, 1e-300])
      expect(relativeError(dropoutDiscounted(customer(2, 5, 4, 3), Infinity, rate), 2)).toBeLessThan(1e-8);
  });

  test('hardly any discount of one who may stay for ever is finite, and grows as the discount falls', () => {
    const worth = [1e-2, 1e-4, 1e-8, 1e-16, 1e-32].map((rate) =>
      dropoutDiscounted(customer(2, 5, 0.5, 3), Infinity, rate),
    );
    // Far out the purchases within t grow like t^(1/2), and what is discounted at d like d^(-1/2).
    for (let i = 2; i < worth.length; i++) {
      const times = 10 ** ((2 ** (i + 1) - 2 ** i) / 2);
      expect(worth[i]! / worth[i - 1]!).toBeGreaterThan(0.9 * times);
      expect(worth[i]! / worth[i - 1]!).toBeLessThan(1.2 * times);
    }
  });

  test('no time brings nothing, and all of it what ever longer times tend to', () => {
    const of = customer(0.8, 4, 0.6, 2);
    expect(dropoutDiscounted(of, 0, 0.01)).toBe(0);
    const forEver = dropoutDiscounted(of, Infinity, 0.01);
    expect(relativeError(dropoutDiscounted(of, 4000, 0.01), forEver)).toBeLessThan(1e-11);
    expect(dropoutDiscounted(of, 300, 0.01)).toBeLessThan(forEver);
  });
});
