import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypergeometric, logHypergeometric } from '../../../src/numeric/special/hypergeometric.ts';

const parameter = fc.double({ min: 0.01, max: 60, noNaN: true });
/** z, from 0 to very near 1. */
const distance = fc.double({ min: 0, max: 9, noNaN: true });

/** What rounding the logarithms takes. */
const tolerance = (...logs: number[]) => 2e-13 + 4e-15 * Math.max(...logs.map(Math.abs));

describe('closed forms', () => {
  test('F(a, b; b; z) is (1 - z)^-a', () => {
    fc.assert(
      fc.property(parameter, parameter, distance, (a, b, nines) => {
        const rest = 10 ** -nines;
        const log = -a * Math.log(rest);
        expect(Math.abs(logHypergeometric(a, b, b, 1 - rest, rest) - log)).toBeLessThan(tolerance(log));
      }),
    );
  });

  test('F(1, 1; 2; z) is -ln(1 - z) / z', () => {
    for (const z of [1e-9, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.999999, 1 - 1e-12]) {
      expect(Math.abs(hypergeometric(1, 1, 2, z) / (-Math.log1p(-z) / z) - 1)).toBeLessThan(2e-13);
    }
  });

  test('F(1/2, 1; 3/2; z^2) is artanh(z) / z', () => {
    for (const z of [0.1, 0.9, 0.99, 0.999, 0.9999]) {
      // 1 - z^2 = (1 - z) (1 + z) loses nothing.
      const value = Math.exp(logHypergeometric(0.5, 1, 1.5, z * z, (1 - z) * (1 + z)));
      expect(Math.abs(value / (Math.atanh(z) / z) - 1)).toBeLessThan(2e-13);
    }
  });

  test('F(2, 2; 1; z) is (1 + z) / (1 - z)^3, though c is beyond neither a nor b', () => {
    for (const z of [0.3, 0.9, 0.999, 0.99999, 1 - 1e-9]) {
      expect(Math.abs(logHypergeometric(2, 2, 1, z) - Math.log1p(z) + 3 * Math.log1p(-z))).toBeLessThan(1e-12);
    }
  });

  test('next to 1 its logarithm keeps all digits: the first terms are a b z / c and half of what follows', () => {
    for (const z of [1e-300, 1e-16, 1e-12]) {
      // 2 x 3 / 5, and (2 x 3) (3 x 4) / (5 x 6) - (6 / 5)^2 of half the square.
      const log = 1.2 * z + ((2.4 - 1.44) / 2) * z * z;
      expect(Math.abs(logHypergeometric(2, 3, 5, z) / log - 1)).toBeLessThan(1e-15);
    }
  });

  test('at z = 0 it is 1', () => {
    expect([hypergeometric(3, 2, 1, 0), logHypergeometric(500, 300, 0.1, 0)]).toEqual([1, 0]);
  });
});

describe('laws', () => {
  test('a and b change places', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, distance, (a, b, c, nines) => {
        const z = 1 - 10 ** -nines;
        expect(logHypergeometric(a, b, c, z)).toBe(logHypergeometric(b, a, c, z));
      }),
    );
  });

  test("Euler's transformation: with (1 - z)^(c - a - b) it is the function of c - a and c - b", () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, distance, (a, b, more, nines) => {
        const c = Math.max(a, b) + more;
        const rest = 10 ** -nines;
        const one = logHypergeometric(a, b, c, 1 - rest, rest);
        const other = logHypergeometric(c - a, c - b, c, 1 - rest, rest);
        const power = (c - a - b) * Math.log(rest);
        expect(Math.abs(one - other - power)).toBeLessThan(tolerance(one, other, power));
      }),
    );
  });

  test('neighbours in c: c (c + 1) (F(c) - F(c + 1)) is a b z F(a + 1, b + 1; c + 2)', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, distance, (a, b, c, nines) => {
        const z = 1 - 10 ** -nines;
        const log = logHypergeometric(a, b, c, z);
        const parts =
          Math.exp(logHypergeometric(a, b, c + 1, z) - log) +
          Math.exp(logHypergeometric(a + 1, b + 1, c + 2, z) - log) * ((a * b * z) / (c * (c + 1)));
        expect(Math.abs(parts - 1)).toBeLessThan(tolerance(log));
      }),
    );
  });

  test('it rises with z', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, distance, (a, b, c, nines) => {
        const step =
          logHypergeometric(a, b, c, 1 - 10 ** -(nines + 0.5)) - logHypergeometric(a, b, c, 1 - 10 ** -nines);
        return step > 0;
      }),
    );
  });
});

test('nothing overflows on the way: values beyond every double, arguments next to 1', () => {
  const log = logHypergeometric(500, 300, 0.5, 1 - 1e-12);
  expect(log).toBeGreaterThan(20_000);
  expect(hypergeometric(500, 300, 0.5, 1 - 1e-12)).toBe(Infinity);
  expect(logHypergeometric(1e-3, 1e-3, 1e-3, 1 - 1e-15)).toBeCloseTo(0.0345, 3);
});

test('outside its domain, and with parameters out of all proportion, it is NaN, at once', () => {
  for (const [a, b, c, z] of [
    [-1, 1, 1, 0.5],
    [1, 0, 1, 0.5],
    [1, 1, 0, 0.5],
    [1, 1, 1, -0.1],
    [1, 1, 1, 1],
    [1, 1, 1, Number.NaN],
    [Infinity, 1, 1, 0.5],
    [1e300, 1e300, 1, 0.5],
  ] as const) {
    expect(logHypergeometric(a, b, c, z)).toBeNaN();
  }
});
