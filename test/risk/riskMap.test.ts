// The maps from values to risks, looked at through riskFromValues.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { riskFromValues } from '../../src/risk/riskFromValues.ts';
import { type RiskMap, readRiskMap } from '../../src/risk/riskMap.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';

const riskOf = (value: number, map: RiskMap): number => riskFromValues([value], map)[0]!;

/** Not -0, which JSON makes 0. */
const unsigned = (value: number): number => value + 0;
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map(unsigned);
const moderate = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(unsigned),
);

/** Pairs of unlike anchors whose distance a number holds. */
const linear = fc
  .record({ kind: fc.constant('linear' as const), safe: finite, risky: finite })
  .filter(({ safe, risky }) => safe !== risky && Number.isFinite(risky - safe));
const slope = fc.double({ min: -100, max: 100, noNaN: true }).filter((own) => own !== 0);
const logistic = fc.record({ kind: fc.constant('logistic' as const), midpoint: moderate, slope });
const quantile = fc.record({
  kind: fc.constant('quantile' as const),
  reference: fc.array(moderate, { minLength: 1, maxLength: 30 }),
  risky: fc.constantFrom('high' as const, 'low' as const),
});

/** Whether higher values are riskier. */
function isRising(map: RiskMap): boolean {
  if (map.kind === 'linear') return map.risky > map.safe;
  return map.kind === 'logistic' ? map.slope > 0 : map.risky === 'high';
}

describe.each([
  ['a linear map', linear, 0],
  // Math.exp is not promised to be monotone between neighbours.
  ['a logistic map', logistic, 2 ** -52],
  ['a quantile map', quantile, 0],
] as const)('%s', (_, maps: fc.Arbitrary<RiskMap>, slack) => {
  test('never falls where high values are risky, and never rises where low ones are', () => {
    fc.assert(
      fc.property(maps, fc.array(fc.oneof(moderate, finite), { minLength: 2, maxLength: 20 }), (map, values) => {
        const ascending = [...values].sort((one, other) => one - other);
        const risks = riskFromValues(isRising(map) ? ascending : ascending.reverse(), map);
        for (let place = 1; place < risks.length; place++)
          expect(risks[place]! >= risks[place - 1]! - slack).toBe(true);
      }),
      runs(500),
    );
  });

  test('gives a number from 0 to 1, never -0, of every finite value, and NaN of NaN', () => {
    fc.assert(
      fc.property(maps, fc.oneof(moderate, finite), (map, value) => {
        const risk = riskOf(value, map);
        expect(risk >= 0 && risk <= 1 && !Object.is(risk, -0)).toBe(true);
        expect(riskOf(Number.NaN, map)).toBeNaN();
      }),
      runs(500),
    );
  });

  test('stands in a definition as plain data, of a size that does not grow with the reference', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { definition } = readRiskMap('any', map);
        expect(JSON.parse(JSON.stringify(definition))).toEqual({ ...definition });
        expect(JSON.stringify(definition).length).toBeLessThan(300);
        if (map.kind !== 'quantile') expect(definition).toEqual(map);
      }),
      runs(100),
    );
  });
});

describe('a linear map', () => {
  test('is 0 at and beyond the safe end, 1 at and beyond the risky one, and even between', () => {
    const up: RiskMap = { kind: 'linear', safe: 2, risky: 10 };
    expect([-99, 2, 4, 6, 8, 10, 99].map((value) => riskOf(value, up))).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1]);
    const down: RiskMap = { kind: 'linear', safe: 1, risky: 0.5 };
    expect([9, 1, 0.875, 0.75, 0.5, -9].map((value) => riskOf(value, down))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
  });

  test('is exactly 0 and 1 at its ends, whatever they are', () => {
    fc.assert(
      fc.property(linear, (map) => {
        expect([riskOf(map.safe, map), riskOf(map.risky, map)]).toEqual([0, 1]);
      }),
      runs(500),
    );
  });
});

describe('a logistic map', () => {
  test.each([
    // Slope, midpoint, value, and 1 / (1 + exp(-slope (value - midpoint))) of these doubles: mpmath with 60 digits, rounded.
    [1, 0, 0, 0.5],
    [1, 0, 1, 0.7310585786300049],
    [1, 0, -1, 0.2689414213699951],
    [2.5, 30, 31.25, 0.9579122720843811],
    [2.5, 30, 20, 1.3887943864771146e-11],
    [-0.5, 10, 3, 0.9706877692486436],
    [-0.5, 10, 40, 3.059022269256247e-7],
    [0.1, 7, 7.3, 0.5074994375506204],
    [1, 0, -30, 9.357622968839299e-14],
    [1, 0, 36, 0.9999999999999998],
    [-3, 0.5, 100, 2.3072632668695915e-130],
    [1, 0, -700, 9.85967654375977e-305],
    [0.001, 0, 123.456, 0.5308248588160156],
  ])('of slope %d about %d gives %d its risk to 13 digits', (slope, midpoint, value, expected) => {
    const risk = riskOf(value, { kind: 'logistic', midpoint, slope });
    expect(Math.abs(risk / expected - 1)).toBeLessThan(1e-13);
  });

  test('is one half at its midpoint, and as far from it on either side', () => {
    fc.assert(
      fc.property(logistic, fc.double({ min: 0, max: 20, noNaN: true }), (map, distance) => {
        expect(riskOf(map.midpoint, map)).toBe(0.5);
        const own = { ...map, midpoint: 0 };
        expect(riskOf(distance, own) + riskOf(-distance, own)).toBeCloseTo(1, 14);
      }),
      runs(200),
    );
  });
});

describe('a quantile map', () => {
  const reference = [30, 10, 20, 20, 40];

  test('is the share of the reference that is safer, with half of those alike', () => {
    const high: RiskMap = { kind: 'quantile', reference, risky: 'high' };
    // Below 20 lies 10; 20 itself stands there twice: (1 + 2 / 2) / 5.
    expect([5, 10, 15, 20, 25, 40, 41].map((value) => riskOf(value, high))).toEqual([0, 0.1, 0.2, 0.4, 0.6, 0.9, 1]);
    const low: RiskMap = { kind: 'quantile', reference, risky: 'low' };
    expect([5, 10, 15, 20, 25, 40, 41].map((value) => riskOf(value, low))).toEqual([1, 0.9, 0.8, 0.6, 0.4, 0.1, 0]);
  });

  test('is what counting gives, for any reference, and leaves it as it was', () => {
    fc.assert(
      fc.property(quantile, fc.oneof(moderate, fc.nat(30)), (map, pick) => {
        const before = [...map.reference];
        const value = map.reference[pick] ?? pick;
        const safer = map.reference.filter((own) => (map.risky === 'high' ? own < value : own > value)).length;
        const alike = map.reference.filter((own) => own === value).length;
        expect(riskOf(value, map)).toBe((2 * safer + alike) / (2 * map.reference.length));
        expect(map.reference).toEqual(before);
      }),
      runs(500),
    );
  });

  test('averages one half over its own reference', () => {
    fc.assert(
      fc.property(quantile, (map) => {
        const total = riskFromValues(map.reference, map).reduce((sum, risk) => sum + risk, 0);
        expect(total / map.reference.length).toBeCloseTo(0.5, 12);
      }),
      runs(200),
    );
  });

  test('shows its reference by size and quartiles', () => {
    const { definition } = readRiskMap('any', {
      kind: 'quantile',
      reference: Float64Array.from(reference),
      risky: 'low',
    });
    expect(definition).toEqual({ kind: 'quantile', risky: 'low', referenceSize: 5, quartiles: [10, 20, 20, 30, 40] });
  });
});

describe('a map is refused', () => {
  const ask = (map: unknown) => refusalOf(() => riskFromValues([1], map as never));

  test('where its kind is not known, or a part of another kind stands in it', () => {
    expect(ask({ kind: 'step', at: 5 }).message).toBe(
      `riskFromValues: "map.kind" must be one of 'linear', 'logistic', 'quantile'; received "step"`,
    );
    expect(ask({ kind: '__proto__' }).code).toBe('not-an-option');
    expect(ask({ kind: 'linear', safe: 0, risky: 1, slope: 2 })).toMatchObject({
      code: 'unknown-option',
      path: ['map'],
    });
    expect(ask({ kind: 'logistic', midpoint: 0, slope: 1, safe: 2 }).code).toBe('unknown-option');
  });

  test('linear: with ends that are no numbers, equal, or too far apart', () => {
    expect(ask({ kind: 'linear', safe: 5, risky: 5 }).message).toBe(
      'riskFromValues: "map.risky" must be unlike "safe" (5); received 5',
    );
    for (const wrong of [Number.NaN, Infinity, '1', null, undefined]) {
      expect(ask({ kind: 'linear', safe: wrong, risky: 5 })).toMatchObject({
        code: 'not-a-number',
        path: ['map.safe'],
      });
      expect(ask({ kind: 'linear', safe: 5, risky: wrong })).toMatchObject({
        code: 'not-a-number',
        path: ['map.risky'],
      });
    }
    expect(ask({ kind: 'linear', safe: -1.7e308, risky: 1.7e308 }).message).toBe(
      'riskFromValues: "map.risky" must be at a finite distance from "safe" (-1.7e+308); received 1.7e+308',
    );
  });

  test('logistic: flat, or with parts that are no numbers', () => {
    expect(ask({ kind: 'logistic', midpoint: 0, slope: 0 }).message).toBe(
      'riskFromValues: "map.slope" must be above or below 0; received 0',
    );
    for (const wrong of [Number.NaN, Infinity, '1', null, undefined]) {
      expect(ask({ kind: 'logistic', midpoint: wrong, slope: 5 }).path).toEqual(['map.midpoint']);
      expect(ask({ kind: 'logistic', midpoint: 5, slope: wrong }).path).toEqual(['map.slope']);
    }
  });

  test('quantile: without a reference, with one that is no numbers, or without a direction', () => {
    expect(ask({ kind: 'quantile', reference: [], risky: 'high' }).message).toBe(
      'riskFromValues: "map.reference" must be an array of at least one number; received an array of 0',
    );
    expect(ask({ kind: 'quantile', reference: [1, Number.NaN], risky: 'high' })).toMatchObject({
      ...{ code: 'not-a-number', path: ['map.reference', 1] },
    });
    expect(ask({ kind: 'quantile', reference: 'abc', risky: 'high' }).code).toBe('not-rows');
    expect(ask({ kind: 'quantile', reference: [1], risky: 'up' })).toMatchObject({
      code: 'not-an-option',
      path: ['map.risky'],
    });
  });
});
