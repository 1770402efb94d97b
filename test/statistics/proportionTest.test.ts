import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proportionTest } from '../../src/statistics/proportionTest.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble } from '../rates/exact.ts';

const counts = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((trials) => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));

describe('proportionTest', () => {
  test('aspirin and heart attacks, as Agresti has it: chi-square 25.01', () => {
    // Agresti (2002), Categorical data analysis, section 3.2: 189 of 11,034 with placebo, 104 of 11,037 with aspirin.
    const placebo = { successes: 189, trials: 11_034 };
    const { statistic } = proportionTest(placebo, { successes: 104, trials: 11_037 });
    expect((statistic ** 2).toFixed(2)).toBe('25.01');
  });

  // Statistic and erfc(|z| / sqrt 2) worked with 40 digits.
  test.each([
    [189, 11_034, 104, 11_037, 5.001388204008377, 5.691896973740856e-7],
    [56, 70, 48, 80, 2.6501719512585327, 0.008045081368196585],
    [9, 10, 3, 10, 2.7386127875258306, 0.006169899320544162],
    [0, 10, 5, 10, -2.581988897471611, 0.009823274507519249],
    [900, 1000, 100, 1000, 35.77708763999664, 2.5091580967634297e-280],
  ])('%i/%i against %i/%i, worked with 40 digits', (a, m, b, n, statistic, pValue) => {
    const found = proportionTest({ successes: a, trials: m }, { successes: b, trials: n });
    expect(Math.abs(found.statistic / statistic - 1)).toBeLessThan(1e-14);
    expect(Math.abs(found.pValue / pValue - 1)).toBeLessThan(1e-12);
    expect(found.method).toBe('pooledZ');
  });

  test('its square is the chi-square of the table of two by two, N (ad - bc)² over the product of the margins', () => {
    fc.assert(
      fc.property(counts(1e6), counts(1e6), (first, second) => {
        const [a, b] = [BigInt(first.successes), BigInt(second.successes)];
        const [m, n] = [BigInt(first.trials), BigInt(second.trials)];
        const margins = m * n * (a + b) * (m + n - a - b);
        const { statistic } = proportionTest(first, second);
        expect(Number.isNaN(statistic)).toBe(margins === 0n);
        if (margins === 0n) return;
        const cross = a * (n - b) - b * (m - a);
        const exact = nearestDouble({ numerator: (m + n) * cross * cross, denominator: margins });
        // The difference of two rates that are nearly the same is all that rounding left of them.
        expect(Math.abs(statistic - Math.sign(Number(cross)) * Math.sqrt(exact))).toBeLessThan(1e-9);
      }),
      runs(500),
    );
  });

  test('the other way round it is the same with the sign turned', () => {
    fc.assert(
      fc.property(counts(1000), counts(1000), (first, second) => {
        const [one, other] = [proportionTest(first, second), proportionTest(second, first)];
        expect(other.pValue).toBe(one.pValue);
        expect(Number.isNaN(one.statistic) || one.statistic + other.statistic === 0).toBe(true);
      }),
      runs(200),
    );
  });

  test('no difference is a p-value of 1', () => {
    const test = proportionTest({ successes: 3, trials: 10 }, { successes: 6, trials: 20 });
    expect([test.statistic, test.pValue]).toEqual([0, 1]);
  });

  test.each([
    ['no trial on the first side', 0, 0, 1, 2],
    ['no trial on the second side', 1, 2, 0, 0],
    ['no success at all', 0, 5, 0, 7],
    ['no failure at all', 5, 5, 7, 7],
  ])('%s: statistic and p-value are NaN', (_, a, m, b, n) => {
    const found = proportionTest({ successes: a, trials: m }, { successes: b, trials: n });
    expect(found).toEqual({ statistic: Number.NaN, pValue: Number.NaN, method: 'pooledZ' });
  });
});

describe('proportionTest refuses', () => {
  const good = { successes: 1, trials: 2 };
  const ask = (first: unknown, second: unknown) => () => proportionTest(first as never, second as never);

  test('counts that are none, by the side they came on', () => {
    expect(refusalOf(ask({ successes: 3, trials: 2 }, good)).message).toBe(
      'proportionTest: "first.successes" must be at most "first.trials" (2); received 3',
    );
    expect(refusalOf(ask(good, { successes: 0.5, trials: 2 })).path).toEqual(['second.successes']);
  });

  test.each(HOSTILE_VALUES)('%s on either side', (_, value) => {
    expect(refusalOf(ask(value, good)).metric).toBe('proportionTest');
    expect(refusalOf(ask(good, value)).metric).toBe('proportionTest');
  });
});
