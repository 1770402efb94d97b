import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorWeight } from '../../src/risk/indicatorWeights.ts';
import { riskScores } from '../../src/risk/riskScores.ts';
import type { RiskIndicator, RiskScores } from '../../src/risk/types.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { type Fraction, fractionOf } from '../rates/exact.ts';
import { AS_OF, DAY, indicatorOfRisks } from './handIndicator.ts';

const NAN = Number.NaN;

const weighing = (...weights: number[]): IndicatorWeight[] =>
  weights.map((weight, own) => ({ indicator: `i${own}`, weight }));

const contributionsOf = (scores: RiskScores, place: number): number[] =>
  scores.indicators.map((part) => part.contribution[place]!);

const present = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));

/** One customer: a risk or NaN for each indicator, and the weights. */
const anyRisk = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.1, 1 / 3, NAN));
const anyWeight = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 1e-9, max: 1e9, noNaN: true }));
const anyCustomer = fc
  .array(fc.tuple(anyRisk, anyWeight), { minLength: 1, maxLength: 9 })
  .filter((parts) => parts.some(([, weight]) => weight > 0));

function scoresOf(parts: readonly (readonly [number, number])[], minCoverage = 0): RiskScores {
  const indicators = parts.map(([risk], own) => indicatorOfRisks(`i${own}`, ['c'], [risk]));
  return riskScores(indicators, { weights: weighing(...parts.map(([, weight]) => weight)), minCoverage });
}

/** Sum of weight x risk over sum of weight, in whole numbers. */
function exactScore(parts: readonly (readonly [number, number])[]): Fraction | undefined {
  let [over, under] = [fractionOf(0), fractionOf(0)];
  const plus = (one: Fraction, other: Fraction): Fraction => ({
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  });
  for (const [risk, weight] of parts) {
    if (Number.isNaN(risk)) continue;
    const [r, w] = [fractionOf(risk), fractionOf(weight)];
    over = plus(over, { numerator: r.numerator * w.numerator, denominator: r.denominator * w.denominator });
    under = plus(under, w);
  }
  if (under.numerator === 0n) return undefined;
  return { numerator: over.numerator * under.denominator, denominator: over.denominator * under.numerator };
}

describe('riskScores', () => {
  test('is the weighted mean of the risks', () => {
    const scores = riskScores([indicatorOfRisks('i0', ['a'], [0.5]), indicatorOfRisks('i1', ['a'], [1])], {
      weights: weighing(3, 1),
    });
    // (3 x 0.5 + 1 x 1) / 4
    expect(scores.score[0]).toBe(0.625);
    expect(contributionsOf(scores, 0)).toEqual([0.375, 0.25]);
    expect(scores.coverage[0]).toBe(1);
  });

  test('all indicators weigh the same unless told', () => {
    const scores = riskScores([indicatorOfRisks('i0', ['a'], [0.5]), indicatorOfRisks('i1', ['a'], [1])]);
    expect(scores.score[0]).toBe(0.75);
    expect(scores.indicators.map(({ weight }) => weight)).toEqual([1, 1]);
  });

  test('a missing indicator gives its weight to the others, and is no contribution of 0', () => {
    const scores = riskScores(
      [indicatorOfRisks('i0', ['a'], [0.5]), indicatorOfRisks('i1', ['a'], [NAN]), indicatorOfRisks('i2', ['b'], [1])],
      { weights: weighing(3, 1, 1) },
    );
    expect(scores.score).toEqual(Float64Array.of(0.5, NAN));
    expect(scores.coverage).toEqual(Float64Array.of(3 / 5, 1 / 5));
    expect(contributionsOf(scores, 0)).toEqual([0.5, NAN, NAN]);
  });

  test('below the least coverage there is no score and no contribution; at it there is', () => {
    const indicators = [
      indicatorOfRisks('i0', ['a', 'b'], [0.25, NAN]),
      indicatorOfRisks('i1', ['a', 'b'], [NAN, 0.25]),
    ];
    const scores = riskScores(indicators, { weights: weighing(0.3, 0.7), minCoverage: 0.7 });
    expect(scores.score).toEqual(Float64Array.of(NAN, 0.25));
    expect(contributionsOf(scores, 0)).toEqual([NAN, NAN]);
    expect(scores.coverage[0]).toBe(0.3);
  });

  test('a weight is not below the least one for the rounding of its sums', () => {
    // 0.1 + 0.7 is 0.7999999999999999, a little less than 0.8 of the sum of all three, which is 1.
    const parts = [[0.5, 0.1] as const, [0.5, 0.7] as const, [NAN, 0.2] as const];
    expect(scoresOf(parts, 0.8).score[0]).toBeCloseTo(0.5, 15);
    expect(scoresOf(parts, 0.800001).score[0]).toBeNaN();
  });

  test('half of the weight is enough unless told, a little less is not', () => {
    const coverage = (missing: number) => {
      const risks = [[0.5, 5] as const, [NAN, missing] as const];
      const indicators = risks.map(([risk], own) => indicatorOfRisks(`i${own}`, ['c'], [risk]));
      return riskScores(indicators, { weights: weighing(5, missing) }).score[0];
    };
    expect([coverage(5), coverage(5.01)]).toEqual([0.5, NAN]);
  });

  test('with nothing there is no score, even where nothing need be covered', () => {
    expect(scoresOf([[NAN, 1]], 0).score[0]).toBeNaN();
    // What weighs nothing says nothing.
    expect(
      scoresOf(
        [
          [0.5, 0],
          [NAN, 1],
        ],
        0,
      ).score[0],
    ).toBeNaN();
  });

  test('an indicator of weight 0 adds 0 and changes nothing', () => {
    const scores = scoresOf([
      [0.25, 2],
      [1, 0],
    ]);
    expect(scores.score[0]).toBe(0.25);
    expect(contributionsOf(scores, 0)).toEqual([0.25, 0]);
  });

  test('a value counts for as many days as it is fresh, to the instant', () => {
    const seen = (days: number, more = 0) => [AS_OF - days * DAY - more];
    const score = (observedAt: number[]) =>
      riskScores([indicatorOfRisks('i0', ['a'], [1], observedAt), indicatorOfRisks('i1', ['a'], [0])], {
        weights: [
          { indicator: 'i0', weight: 1, staleAfterDays: 90 },
          { indicator: 'i1', weight: 1 },
        ],
      });
    expect(score(seen(90)).score[0]).toBe(0.5);
    expect(score(seen(90, 1)).score[0]).toBe(0);
    expect(score(seen(90, 1)).coverage[0]).toBe(0.5);
    expect(contributionsOf(score(seen(90, 1)), 0)).toEqual([NAN, 0]);
  });

  test('scores everyone whom an indicator knows, in order of first appearance', () => {
    const scores = riskScores(
      [indicatorOfRisks('i0', ['b', 'a'], [0, 1]), indicatorOfRisks('i1', ['c', 'b', 1], [1, 0.5, 0])],
      { minCoverage: 0 },
    );
    expect(scores.customers).toEqual(['b', 'a', 'c', 1]);
    expect(scores.score).toEqual(Float64Array.of(0.25, 1, 1, 0));
    expect(scores.indicators.map(({ place }) => place)).toEqual([
      Int32Array.of(0, 1, -1, -1),
      Int32Array.of(1, -1, 0, 2),
    ]);
    expect([scores.otherCustomers, scores.definition.population]).toEqual([0, 'known']);
  });

  test('scores the customers asked for, in their order, and counts the others', () => {
    const scores = riskScores([indicatorOfRisks('i0', ['b', 'a', 'd'], [0, 1, 1])], { customers: ['a', 'c', 'b'] });
    expect(scores.customers).toEqual(['a', 'c', 'b']);
    expect(scores.score).toEqual(Float64Array.of(1, NAN, 0));
    expect(scores.otherCustomers).toBe(1);
    expect(scores.definition.population).toBe('given');
  });

  test('indicators of one log are matched without looking anyone up, and the same as if they were', () => {
    const customers = ['b', 'a'];
    const risks = [
      [0.25, 1],
      [NAN, 0.5],
    ];
    const together = riskScores(risks.map((own, place) => indicatorOfRisks(`i${place}`, customers, own)));
    const apart = riskScores(risks.map((own, place) => indicatorOfRisks(`i${place}`, [...customers], own)));
    expect(together.score).toEqual(apart.score);
    expect(together.indicators.map(({ place }) => place)).toEqual(apart.indicators.map(({ place }) => place));
  });

  test('without customers there are no scores', () => {
    const scores = riskScores([indicatorOfRisks('i0', [], [])]);
    expect([scores.customers, scores.score.length]).toEqual([[], 0]);
  });
});

describe('laws', () => {
  test('the contributions add up to the score without rounding, in whatever order', () => {
    fc.assert(
      fc.property(anyCustomer, fc.infiniteStream(fc.nat()), (parts, order) => {
        const scores = scoresOf(parts);
        const contributions = present(contributionsOf(scores, 0));
        const sorted = contributions.map((value) => ({ value, key: order.next().value! }));
        const shuffled = sorted.sort((one, other) => one.key - other.key).map(({ value }) => value);
        if (contributions.length === 0) return;
        expect(contributions.reduce((sum, value) => sum + value, 0)).toBe(scores.score[0]);
        expect(shuffled.reduce((sum, value) => sum + value, 0)).toBe(scores.score[0]);
        for (const value of contributions) expect(value).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test('the score is the exact quotient, within 2^-52 for each indicator and once more', () => {
    fc.assert(
      fc.property(anyCustomer, (parts) => {
        const exact = exactScore(parts);
        const score = scoresOf(parts).score[0]!;
        expect(Number.isNaN(score)).toBe(exact === undefined);
        if (exact === undefined) return;
        const own = fractionOf(score);
        const gap = own.numerator * exact.denominator - exact.numerator * own.denominator;
        const bound = BigInt(parts.length + 1) * own.denominator * exact.denominator;
        expect((gap < 0n ? -gap : gap) * 2n ** 52n <= bound).toBe(true);
      }),
      runs(500),
    );
  });

  test('is between the least and the largest risk; all at 1 is 1, all at 0 is 0', () => {
    fc.assert(
      fc.property(anyCustomer, (parts) => {
        const score = (risk: number) => scoresOf(parts.map(([, weight]) => [risk, weight])).score[0];
        expect(score(1)).toBe(1);
        expect(score(0)).toBe(0);
        const risks = present(parts.filter(([, weight]) => weight > 0).map(([risk]) => risk));
        const own = scoresOf(parts).score[0]!;
        expect(Number.isNaN(own)).toBe(risks.length === 0);
        if (risks.length === 0) return;
        expect(own).toBeGreaterThanOrEqual(Math.min(...risks) - 2e-15);
        expect(own).toBeLessThanOrEqual(Math.max(...risks) + 2e-15);
      }),
      runs(300),
    );
  });

  test('a higher risk never lowers a score', () => {
    fc.assert(
      fc.property(anyCustomer, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (parts, which, more) => {
        const own = which % parts.length;
        const raised = parts.map(
          ([risk, weight], place) => [place === own ? risk + (1 - risk) * more : risk, weight] as const,
        );
        fc.pre(raised.every(([risk]) => !(risk > 1)));
        const [before, after] = [scoresOf(parts).score[0]!, scoresOf(raised).score[0]!];
        if (Number.isNaN(before)) expect(after).toBeNaN();
        else expect(after).toBeGreaterThanOrEqual(before);
      }),
      runs(300),
    );
  });

  test('only the proportions of weights matter: twice all of them is the same, bit by bit', () => {
    fc.assert(
      fc.property(anyCustomer, (parts) => {
        const doubled = scoresOf(parts.map(([risk, weight]) => [risk, 2 * weight]));
        expect(doubled.score).toEqual(scoresOf(parts).score);
        expect(contributionsOf(doubled, 0)).toEqual(contributionsOf(scoresOf(parts), 0));
      }),
      runs(200),
    );
  });

  test('a missing indicator is as one that was not given', () => {
    fc.assert(
      fc.property(anyCustomer, (parts) => {
        const known = parts.filter(([risk]) => !Number.isNaN(risk));
        fc.pre(known.some(([, weight]) => weight > 0));
        expect(scoresOf(parts).score).toEqual(scoresOf(known).score);
        expect(present(contributionsOf(scoresOf(parts), 0))).toEqual(contributionsOf(scoresOf(known), 0));
      }),
      runs(200),
    );
  });

  test('every customer is scored as if alone, wherever they stand in each indicator', () => {
    const anyIndicator = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), anyRisk), {
      maxLength: 12,
      selector: ([customer]) => customer,
    });
    fc.assert(
      fc.property(fc.array(anyIndicator, { minLength: 1, maxLength: 4 }), (lists) => {
        const indicators = lists.map((list, own) =>
          indicatorOfRisks(
            `i${own}`,
            list.map(([customer]) => customer),
            list.map(([, risk]) => risk),
          ),
        );
        const scores = riskScores(indicators, { minCoverage: 0.5 });
        expect(new Set(scores.customers).size).toBe(scores.customers.length);
        expect(new Set(scores.customers)).toEqual(new Set(lists.flatMap((list) => list.map(([customer]) => customer))));
        scores.customers.forEach((customer, place) => {
          const risks = lists.map((list) => list.find(([own]) => own === customer)?.[1] ?? NAN);
          const alone = scoresOf(
            risks.map((risk) => [risk, 1]),
            0.5,
          );
          expect(scores.score[place]).toBe(alone.score[0]);
          expect(contributionsOf(scores, place)).toEqual(contributionsOf(alone, 0));
        });
      }),
      runs(200),
    );
  });

  test('leaves frozen input as it is', () => {
    const indicators = deepFrozen([indicatorOfRisks('i0', ['a'], [0.5])]) as RiskIndicator[];
    expect(riskScores(indicators, deepFrozen({ weights: weighing(1), customers: ['a'] })).score[0]).toBe(0.5);
  });
});

describe('refuses', () => {
  const one = indicatorOfRisks('i0', ['a'], [0.5]);
  const two = [one, indicatorOfRisks('i1', ['a'], [0.5])];

  test.each([
    [
      'negative weights',
      weighing(1, -1),
      'not-a-quantity',
      '"weights[1].weight" must be a finite number of at least 0; received -1',
    ],
    [
      'weights that are all zero',
      weighing(0, 0),
      'below-limit',
      '"weights" must be above 0 for one indicator at least; received 0',
    ],
    [
      'a weight of an indicator that is not there',
      [...weighing(1, 1), { indicator: 'mood', weight: 1 }],
      'unknown-field',
      '"weights[2].indicator" must be one of the indicators: "i0", "i1"; received "mood"',
    ],
    [
      'an indicator without a weight',
      weighing(1),
      'missing-field',
      '"weights" must be given for "i1" too; received undefined',
    ],
    [
      'two weights of one indicator',
      [...weighing(1, 1), ...weighing(1)],
      'duplicate-id',
      '"weights[2].indicator" must be there once; received "i0"',
    ],
    [
      'a misspelt choice',
      [{ indicator: 'i0', weight: 1, staleAfter: 90 }, ...weighing(1, 1).slice(1)],
      'unknown-option',
      '"weights[0]" must be made of "indicator", "weight", "staleAfterDays"; received "staleAfter"',
    ],
    [
      'a negative staleness',
      [{ indicator: 'i0', weight: 1, staleAfterDays: -1 }, ...weighing(1, 1).slice(1)],
      'not-a-quantity',
      '"weights[0].staleAfterDays" must be a finite number of at least 0; received -1',
    ],
    [
      'weights whose sum is not finite',
      weighing(1.5e308, 1.5e308),
      'not-a-quantity',
      '"weights" must be of a finite sum; received Infinity',
    ],
  ] as const)('%s', (_, weights, code, message) => {
    const error = refusalOf(() => riskScores(two, { weights: weights as IndicatorWeight[] }));
    expect([error.code, error.message]).toEqual([code, `riskScores: ${message}`]);
  });

  test('two indicators of one name: give one of them another', () => {
    const error = refusalOf(() => riskScores([one, one]));
    expect([error.code, error.message]).toEqual([
      'duplicate-id',
      'riskScores: "indicators[1].definition.name" must be there once; received "i0"',
    ]);
  });

  test('indicators of two instants', () => {
    const later = { ...two[1]!, definition: { ...two[1]!.definition, asOf: AS_OF + DAY } };
    const error = refusalOf(() => riskScores([one, later]));
    expect([error.code, error.message]).toEqual([
      'unlike-definitions',
      'riskScores: "indicators[1].definition.asOf" must be that of the first indicator (2025-01-01T00:00:00.000Z); received 2025-01-02T00:00:00.000Z',
    ]);
  });

  test.each([1.5, -0.1, Infinity])('a risk of %s', (risk) => {
    const error = refusalOf(() => riskScores([indicatorOfRisks('i0', ['a', 'b'], [0, risk])]));
    expect([error.code, error.path]).toEqual(['not-on-scale', ['indicators', 0, 'risk', 1]]);
  });

  test('a coverage above 1, customers twice, columns of another length, no indicator', () => {
    expect(refusalOf(() => riskScores([one], { minCoverage: 50 })).code).toBe('above-limit');
    expect(refusalOf(() => riskScores([one], { customers: ['a', 'a'] })).code).toBe('duplicate-id');
    expect(refusalOf(() => riskScores([{ ...one, risk: new Float64Array(2) }])).code).toBe('length-mismatch');
    expect(refusalOf(() => riskScores([])).code).toBe('not-rows');
    expect(refusalOf(() => riskScores([one], { weights: null as never })).code).toBe('not-rows');
  });

  test.each(HOSTILE_VALUES)('or takes %s in any place, and says nothing but an InputError', (_, value) => {
    const calls = [
      () => riskScores(value as never),
      () => riskScores([value as never]),
      () => riskScores([{ ...one, definition: value as never }]),
      () => riskScores([{ ...one, risk: value as never }]),
      () => riskScores([one], value as never),
      () => riskScores([one], { weights: value as never }),
      () => riskScores([one], { weights: [value as never] }),
      () => riskScores([one], { customers: value as never }),
      () => riskScores([one], { minCoverage: value as never }),
    ];
    for (const call of calls) {
      try {
        call();
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError', metric: 'riskScores' });
      }
    }
  });
});
