import { describe, expect, test } from 'vitest';
import { betaVariate } from '../../../src/numeric/random/betaVariate.ts';
import { exponentialVariate } from '../../../src/numeric/random/exponentialVariate.ts';
import { gammaVariate, logGammaVariate } from '../../../src/numeric/random/gammaVariate.ts';
import { normalVariate } from '../../../src/numeric/random/normalVariate.ts';
import { incompleteBeta } from '../../../src/numeric/special/incompleteBeta.ts';
import { incompleteGamma } from '../../../src/numeric/special/incompleteGamma.ts';
import { normalCdf } from '../../../src/numeric/special/normalCdf.ts';
import { drawn, expectLaw, expectMean } from './drawn.ts';

const COUNT = 40_000;
const SHAPES = [0.01, 0.2425929072, 0.9999, 1, 1.5, 6.25, 100, 1e6];

describe('exponentialVariate', () => {
  test('its values follow the exponential law', () => {
    for (const rate of [0.02, 1, 300]) {
      const values = drawn(COUNT, 1, (random) => exponentialVariate(random, rate));
      expectLaw(values, (value) => 1 - Math.exp(-rate * value));
      expectMean(values, 1 / rate, 1 / rate ** 2);
    }
  });

  test('none is below 0 or without end, even at the ends of the stream', () => {
    const ends = (uniform: number) => ({ uniform: () => uniform, below: () => 0 });
    expect(exponentialVariate(ends(0), 1)).toBe(0);
    // The largest number of the stream is 1 - 2^-53, and 53 log 2 = 36.7368.
    expect(exponentialVariate(ends(1 - 2 ** -53), 1)).toBeCloseTo(36.7368, 4);
  });
});

describe('normalVariate', () => {
  const values = drawn(COUNT, 2, normalVariate);

  test('its values follow the normal law', () => {
    expectLaw(values, normalCdf);
    expectMean(values, 0, 1);
  });

  test('mean squares, cubes and fourth powers are those of the law: 1, 0 and 3', () => {
    expectMean(
      values.map((value) => value ** 2),
      1,
      2,
    );
    expectMean(
      values.map((value) => value ** 3),
      0,
      15,
    );
    expectMean(
      values.map((value) => value ** 4),
      3,
      96,
    );
  });

  test('one value says nothing of the next', () => {
    expectMean(
      values.slice(1).map((value, i) => value * values[i]!),
      0,
      1,
    );
  });
});

describe('gammaVariate', () => {
  test.each(SHAPES)('its values follow the gamma law of shape %d', (shape) => {
    const rate = 15.4;
    const values = drawn(COUNT, 3, (random) => gammaVariate(random, shape, rate));
    expectLaw(values, (value) => incompleteGamma(shape, rate * value));
    expectMean(values, shape / rate, shape / rate ** 2);
  });

  test('the test of the law would see a shape that is off by 6 %', () => {
    const values = drawn(COUNT, 3, (random) => gammaVariate(random, 1.06 * 0.2425929072, 1));
    expect(() => expectLaw(values, (value) => incompleteGamma(0.2425929072, value))).toThrow();
  });

  test('shapes beyond all measure give the mean, and one without end gives Infinity', () => {
    for (const shape of [1e30, 1e300, Number.MAX_VALUE])
      expect(drawn(1, 9, (random) => gammaVariate(random, shape, 1))[0]! / shape).toBeCloseTo(1, 12);
    expect(drawn(1, 9, (random) => gammaVariate(random, Infinity, 1))[0]).toBe(Infinity);
  });

  test('the logarithm is that of the same value', () => {
    for (const shape of SHAPES) {
      const values = drawn(100, 4, (random) => gammaVariate(random, shape, 1));
      const logs = drawn(100, 4, (random) => logGammaVariate(random, shape));
      values.forEach((value, i) => void expect(Math.exp(logs[i]!)).toBeCloseTo(value, 9 - Math.log10(shape)));
    }
  });

  test('shapes next to 0 lose no value of the logarithm, which falls off as an exponential law', () => {
    // P(a, x) is x^a / Gamma(a + 1) up to terms of a x, so that a log x is the logarithm of a uniform number.
    for (const shape of [1e-3, 1e-6, 1e-300]) {
      const values = drawn(COUNT, 5, (random) => shape * logGammaVariate(random, shape));
      expect(values.every(Number.isFinite)).toBe(true);
      if (shape < 1e-3) expectLaw(values, (value) => Math.min(1, Math.exp(value)));
      else expectLaw(values, (value) => incompleteGammaOfLog(shape, value / shape));
    }
  });
});

/** P(a, e^y): its leading term where e^y is too small for the function itself. */
function incompleteGammaOfLog(a: number, y: number): number {
  const EULER = 0.5772156649015329;
  return y > -30 ? incompleteGamma(a, Math.exp(y)) : Math.exp(a * y + EULER * a);
}

describe('betaVariate', () => {
  const pairs: readonly (readonly [number, number])[] = [
    [0.793, 2.426],
    [1, 1],
    [0.2, 0.3],
    [30, 4],
    [2000, 5000],
    [0.5, 300],
  ];

  test.each(pairs)('its values follow the beta law of %d and %d', (a, b) => {
    const values = drawn(COUNT, 6, (random) => betaVariate(random, a, b));
    expectLaw(values, (value) => incompleteBeta(a, b, value));
    expectMean(values, a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1)));
  });

  test('parameters next to 0 give next to 0 or next to 1, as often as their share says', () => {
    const values = drawn(COUNT, 7, (random) => betaVariate(random, 3e-7, 1e-7));
    expect(values.every((value) => value < 1e-9 || value > 1 - 1e-9)).toBe(true);
    expectMean(values, 0.75, 0.75 * 0.25);
  });
});

describe('all variates', () => {
  test('the same seed gives the same values', () => {
    const all = (seed: number) =>
      drawn(50, seed, (random) => normalVariate(random) + gammaVariate(random, 0.3, 2) + betaVariate(random, 2, 3));
    expect(all(8)).toEqual(all(8));
    expect(all(8)).not.toEqual(all(9));
  });
});
