import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProportionMethod, proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { readTable } from '../reference/special/functions.ts';

const METHODS: ProportionMethod[] = ['wilson', 'clopperPearson', 'jeffreys'];

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((trials) => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
const method = fc.constantFrom(...METHODS);
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe('proportionInterval', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, methods 3 and 5.
  test.each([
    [81, 263, 'wilson', 0.2553, 0.3662],
    [15, 148, 'wilson', 0.0624, 0.1605],
    [0, 20, 'wilson', 0, 0.1611],
    [1, 29, 'wilson', 0.0061, 0.1718],
    [81, 263, 'clopperPearson', 0.2527, 0.3676],
    [15, 148, 'clopperPearson', 0.0578, 0.1617],
    [0, 20, 'clopperPearson', 0, 0.1684],
    [1, 29, 'clopperPearson', 0.0009, 0.1776],
  ] as const)('%i of %i by %s, as Newcombe published it', (successes, trials, by, lower, upper) => {
    const interval = proportionInterval({ successes, trials }, { method: by });
    expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower.toFixed(4), upper.toFixed(4)]);
  });

  test.each(METHODS)('%s against the high-precision table, to 1e-13 of each end', (by) => {
    for (const row of readTable('proportionInterval')) {
      const { successes, trials, level } = row as { successes: number; trials: number; level: number };
      const { lower, upper } = proportionInterval({ successes, trials }, { level, method: by });
      expect(Math.abs(lower - row[`${by}Lower`]!)).toBeLessThanOrEqual(1e-13 * lower);
      expect(Math.abs(upper - row[`${by}Upper`]!)).toBeLessThanOrEqual(1e-13 * upper);
    }
  });

  test('Clopper-Pearson: at each end the tail of the binomial law is half of what the level leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (successes, failures) => {
        const trials = successes + failures;
        const { lower, upper } = proportionInterval({ successes, trials }, { method: 'clopperPearson' });
        const tail = (from: number, to: number, p: number) => {
          let total = 0;
          for (let k = from; k <= to; k++) total += choose(trials, k) * p ** k * (1 - p) ** (trials - k);
          return total;
        };
        expect(Math.abs(tail(successes, trials, lower) / 0.025 - 1)).toBeLessThan(1e-12);
        expect(Math.abs(tail(0, successes, upper) / 0.025 - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test('no trial: everything but level and method is NaN', () => {
    for (const by of METHODS) {
      const interval = proportionInterval({ successes: 0, trials: 0 }, { method: by });
      expect(interval).toEqual({ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, level: 0.95, method: by });
    }
  });

  test('no success starts at exactly 0, no failure ends at exactly 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), method, level, (trials, by, level) => {
        expect(proportionInterval({ successes: 0, trials }, { method: by, level }).lower).toBe(0);
        expect(proportionInterval({ successes: trials, trials }, { method: by, level }).upper).toBe(1);
      }),
    );
  });

  test('it holds the estimate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, method, level, (tally, by, level) => {
        const { lower, estimate, upper } = proportionInterval(tally, { method: by, level });
        expect(estimate).toBe(tally.successes / tally.trials);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('Wilson and Clopper-Pearson hold the estimate at any level and any count', () => {
    const trials = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const any = fc.tuple(trials, fc.double({ min: 0, max: 1, noNaN: true }));
    const levels = fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(any, fc.constantFrom<ProportionMethod>('wilson', 'clopperPearson'), levels, ([n, p], by, level) => {
        const tally = { successes: Math.floor(n * p), trials: n };
        const { lower, estimate, upper } = proportionInterval(tally, { method: by, level });
        const slack = by === 'wilson' ? 0 : 1e-12;
        expect(lower).toBeLessThanOrEqual(estimate * (1 + slack));
        expect(upper).toBeGreaterThanOrEqual(estimate * (1 - slack));
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('it widens with the level', () => {
    fc.assert(
      fc.property(
        counts,
        method,
        level,
        fc.double({ min: 0.0001, max: 0.0009, noNaN: true }),
        (tally, by, level, more) => {
          const narrow = proportionInterval(tally, { method: by, level });
          const wide = proportionInterval(tally, { method: by, level: level + more });
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
          expect(wide.upper - wide.lower).toBeGreaterThan(narrow.upper - narrow.lower);
        },
      ),
    );
  });

  test('it shrinks as the same proportion is seen more often', () => {
    fc.assert(
      fc.property(counts, method, level, fc.integer({ min: 2, max: 9 }), (tally, by, level, times) => {
        const more = { successes: tally.successes * times, trials: tally.trials * times };
        const few = proportionInterval(tally, { method: by, level });
        const many = proportionInterval(more, { method: by, level });
        expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower);
      }),
    );
  });

  test('failures are as far from 1 as successes from 0', () => {
    fc.assert(
      fc.property(counts, method, level, (tally, by, level) => {
        const turned = { successes: tally.trials - tally.successes, trials: tally.trials };
        const one = proportionInterval(tally, { method: by, level });
        const other = proportionInterval(turned, { method: by, level });
        expect(Math.abs(one.lower + other.upper - 1)).toBeLessThan(4e-15);
        expect(Math.abs(one.upper + other.lower - 1)).toBeLessThan(4e-15);
      }),
    );
  });

  test('as many trials as there are integers come to an end', () => {
    const tally = { successes: 2 ** 52, trials: Number.MAX_SAFE_INTEGER };
    for (const by of METHODS) {
      const { lower, upper } = proportionInterval(tally, { method: by });
      // The normal law: 1.96 standard deviations to either side.
      expect(Math.abs((upper - lower) / (1.959963984540054 / Math.sqrt(2 ** 53)) - 1)).toBeLessThan(1e-6);
    }
  });

  test('the counts may carry other fields, and are left as they are', () => {
    const tally = Object.freeze({ successes: 1, trials: 2, segment: 'a' });
    expect(proportionInterval(tally).estimate).toBe(0.5);
  });

  test('an option that is undefined is the default', () => {
    const undefinedOptions = { level: undefined, method: undefined } as unknown as { level: number };
    expect(proportionInterval({ successes: 1, trials: 2 }, undefinedOptions)).toEqual(
      proportionInterval({ successes: 1, trials: 2 }),
    );
  });
});

describe('proportionInterval holds the true chance as often as it says', () => {
  /** How often the interval of a binomial count holds p: the counts that do, by their chances. */
  function coverage(by: ProportionMethod, trials: number, p: number): number {
    let covered = 0;
    for (let successes = 0; successes <= trials; successes++) {
      const { lower, upper } = proportionInterval({ successes, trials }, { method: by });
      if (lower <= p && p <= upper)
        covered += choose(trials, successes) * p ** successes * (1 - p) ** (trials - successes);
    }
    return covered;
  }
  const chances = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
  const overAll = (by: ProportionMethod) => chances.map((p) => coverage(by, 20, p));
  const average = (shares: number[]) => shares.reduce((total, share) => total + share, 0) / shares.length;

  test('Clopper-Pearson never less often', () => {
    expect(Math.min(...overAll('clopperPearson'))).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['wilson', 'jeffreys'] as const)('%s on average, to within a percentage point', (by) => {
    expect(Math.abs(average(overAll(by)) - 0.95)).toBeLessThan(0.01);
  });
});

describe('proportionInterval refuses', () => {
  const ask = (tally: unknown, options?: unknown) => () => proportionInterval(tally as never, options as never);

  test('more successes than trials, by name and value', () => {
    const refusal = refusalOf(ask({ successes: 5, trials: 4 }));
    expect([refusal.code, refusal.path]).toEqual(['above-limit', ['successes']]);
    expect(refusal.message).toBe('proportionInterval: "successes" must be at most "trials" (4); received 5');
  });

  test('counts that are not whole or below 0', () => {
    expect(refusalOf(ask({ successes: 0.5, trials: 4 })).code).toBe('not-a-count');
    expect(refusalOf(ask({ successes: 1, trials: -4 })).path).toEqual(['trials']);
  });

  test('what is no level, no method or no option', () => {
    for (const level of [0, 1, 95, Number.NaN, '0.95', null]) {
      expect(refusalOf(ask({ successes: 1, trials: 4 }, { level })).code).toBe('not-an-option');
    }
    expect(refusalOf(ask({ successes: 1, trials: 4 }, { method: 'wald' })).code).toBe('not-an-option');
    expect(refusalOf(ask({ successes: 1, trials: 4 }, { confidence: 0.9 })).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s as a count, as the counts, as an option and as the options', (_, value) => {
    const isCount = Object.is(value, -0);
    if (!isCount) expect(refusalOf(ask({ successes: value, trials: 1 })).code).toBe('not-a-count');
    expect(refusalOf(ask(value)).metric).toBe('proportionInterval');
    if (value === undefined) return;
    expect(refusalOf(ask({ successes: 1, trials: 1 }, { method: value })).code).toBe('not-an-option');
    const isLevel = typeof value === 'number' && value > 0 && value < 1;
    if (!isLevel) expect(refusalOf(ask({ successes: 1, trials: 1 }, { level: value })).code).toBe('not-an-option');
    expectKnownOutcome(ask({ successes: 1, trials: 1 }, value));
  });
});

/** Either a result or an InputError: objects without keys are options that choose nothing. */
function expectKnownOutcome(call: () => object): void {
  try {
    expect(call()).toMatchObject({ estimate: 1 });
  } catch (error) {
    expect(error).toMatchObject({ name: 'InputError', metric: 'proportionInterval' });
  }
}

/** Binomial coefficient, exact below 2^53. */
function choose(n: number, k: number): number {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return Number(result);
}
