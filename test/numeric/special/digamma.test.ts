import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digamma } from '../../../src/numeric/special/digamma.ts';
import { digammaStep } from '../../../src/numeric/special/digammaStep.ts';
import { trigamma } from '../../../src/numeric/special/trigamma.ts';
import { trigammaStep } from '../../../src/numeric/special/trigammaStep.ts';

const EULER = 0.5772156649015329;
const argument = fc.double({ min: 1e-6, max: 1e8, noNaN: true });
const small = fc.double({ min: 1e-6, max: 20, noNaN: true });
const step = fc.double({ min: 1e-6, max: 1e3, noNaN: true });

/** By what share of the larger of the two they differ. */
const apart = (one: number, other: number) =>
  one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));

describe('digamma', () => {
  test('at whole numbers it is a harmonic number less that of Euler', () => {
    let harmonic = 0;
    for (let n = 1; n <= 200; n++) {
      expect(Math.abs(digamma(n) - (harmonic - EULER))).toBeLessThan(3e-15);
      harmonic += 1 / n;
    }
  });

  test('at 1/2 it is -2 ln 2 more than at 1', () => {
    expect(apart(digamma(0.5), -EULER - 2 * Math.LN2)).toBeLessThan(1e-15);
  });

  test('mirrored at 1/2, it differs by pi cot(pi x)', () => {
    for (const x of [0.01, 0.125, 0.25, 0.375, 0.45]) {
      expect(Math.abs(digamma(1 - x) - digamma(x) - Math.PI / Math.tan(Math.PI * x))).toBeLessThan(1e-13);
    }
  });

  test('of twice the argument it is the mean of two, and ln 2', () => {
    fc.assert(
      fc.property(argument, (x) => {
        const mean = (digamma(x) + digamma(x + 0.5)) / 2 + Math.LN2;
        expect(Math.abs(digamma(2 * x) - mean)).toBeLessThan(1e-14 * Math.max(1, Math.abs(mean)));
      }),
    );
  });

  test('it rises', () => {
    fc.assert(fc.property(argument, (x) => digamma(x * 1.000001) > digamma(x)));
  });
});

describe('trigamma', () => {
  test('at 1 it is pi^2 / 6, at 1/2 three times that', () => {
    expect(apart(trigamma(1), Math.PI ** 2 / 6)).toBeLessThan(1e-15);
    expect(apart(trigamma(0.5), Math.PI ** 2 / 2)).toBeLessThan(1e-15);
  });

  test('at whole numbers it is what pi^2 / 6 has beyond the squares before', () => {
    let left = Math.PI ** 2 / 6;
    for (let n = 1; n <= 20; n++) {
      expect(Math.abs(trigamma(n) - left)).toBeLessThan(3e-15);
      left -= 1 / n ** 2;
    }
  });

  test('of twice the argument it is a fourth of two', () => {
    fc.assert(
      fc.property(argument, (x) => {
        expect(apart(trigamma(2 * x), (trigamma(x) + trigamma(x + 0.5)) / 4)).toBeLessThan(3e-15);
      }),
    );
  });
});

describe('steps', () => {
  test('no step is no difference', () => {
    for (const x of [1e-6, 1, 9.5, 1e8]) expect([digammaStep(x, 0), trigammaStep(x, 0)]).toEqual([0, 0]);
  });

  test('a step of 1 is 1 / x, and -1 / x^2, to the last digits', () => {
    fc.assert(
      fc.property(argument, (x) => {
        expect(apart(digammaStep(x, 1), 1 / x)).toBeLessThan(2e-15);
        expect(apart(trigammaStep(x, 1), -1 / x ** 2)).toBeLessThan(2e-15);
      }),
    );
  });

  test('near the origin, where the difference itself keeps its digits, they are it', () => {
    fc.assert(
      fc.property(small, fc.double({ min: 0.5, max: 20, noNaN: true }), (x, h) => {
        const size = Math.max(1, Math.abs(digamma(x)));
        expect(Math.abs(digammaStep(x, h) - (digamma(x + h) - digamma(x)))).toBeLessThan(3e-15 * size);
        expect(Math.abs(trigammaStep(x, h) - (trigamma(x + h) - trigamma(x)))).toBeLessThan(3e-15 * trigamma(x));
      }),
    );
  });

  test('a small step is a slope: between those at its two ends', () => {
    fc.assert(
      fc.property(argument, step, (x, h) => {
        // What is left of a step that x + h has rounded.
        const taken = x + h - x;
        const slope = digammaStep(x, taken) / taken;
        expect(slope).toBeLessThanOrEqual(trigamma(x) * (1 + 2e-15));
        expect(slope).toBeGreaterThanOrEqual(trigamma(x + taken) * (1 - 2e-15));
      }),
    );
  });

  test('steps add up', () => {
    fc.assert(
      fc.property(argument, step, step, (x, one, two) => {
        const middle = x + one;
        const parts = digammaStep(x, middle - x) + digammaStep(middle, two);
        expect(apart(digammaStep(x, middle - x + two), parts)).toBeLessThan(1e-14);
        const slopes = trigammaStep(x, middle - x) + trigammaStep(middle, two);
        expect(apart(trigammaStep(x, middle - x + two), slopes)).toBeLessThan(1e-14);
      }),
    );
  });
});

test('no jump where the method changes', () => {
  for (const x of [0.5, 1.5, 2.5, 10]) {
    const before = x * (1 - 2 ** -52);
    expect(Math.abs(digamma(before) - digamma(x))).toBeLessThan(3e-15);
    expect(apart(trigamma(before), trigamma(x))).toBeLessThan(3e-15);
    expect(apart(digammaStep(before, 0.3), digammaStep(x, 0.3))).toBeLessThan(3e-15);
    expect(apart(trigammaStep(before, 0.3), trigammaStep(x, 0.3))).toBeLessThan(3e-15);
  }
});

test('outside their domain they are NaN, at once, and at 0 they are infinite', () => {
  expect([digamma(0), trigamma(0)]).toEqual([-Infinity, Infinity]);
  for (const x of [-1e18, -Infinity, -0.5, Number.NaN]) {
    expect([digamma(x), trigamma(x), digammaStep(x, 1), trigammaStep(x, 1)]).toEqual(Array(4).fill(Number.NaN));
  }
  expect([digammaStep(1, -0.5), trigammaStep(1, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
});
