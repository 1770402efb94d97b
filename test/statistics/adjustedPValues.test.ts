import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedPValues, type PValueAdjustment } from '../../src/statistics/adjustedPValues.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';

// Benjamini and Hochberg (1995), section 4.1: fifteen p-values of a trial of treatments of heart attacks, of which
// Bonferroni's procedure rejects three at 0.05, and theirs four.
const PUBLISHED = [
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459],
  ...[0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
];

/** The places that a method's procedure rejects at a level, as its authors word it. */
const PROCEDURES: Readonly<Record<PValueAdjustment, (sorted: readonly number[], alpha: number) => number>> = {
  bonferroni: (sorted, alpha) => sorted.filter((p) => p <= alpha / sorted.length).length,
  holm: (sorted, alpha) => {
    // From the smallest on, each against what the level leaves among those not yet rejected, up to the first that is not.
    const kept = sorted.findIndex((p, place) => p > alpha / (sorted.length - place));
    return kept === -1 ? sorted.length : kept;
  },
  benjaminiHochberg: (sorted, alpha) => {
    // The last that lies below the line through 0 and the level, and all before it.
    let last = 0;
    sorted.forEach((p, place) => {
      if (p <= ((place + 1) / sorted.length) * alpha) last = place + 1;
    });
    return last;
  },
};

/** Whether a method's procedure rejects the value at a place. */
function isRejected(pValues: readonly number[], place: number, method: PValueAdjustment, alpha: number): boolean {
  const sorted = pValues.filter((p) => !Number.isNaN(p)).sort((one, other) => one - other);
  const rejected = PROCEDURES[method](sorted, alpha);
  return rejected > 0 && pValues[place]! <= sorted[rejected - 1]!;
}

const method = fc.constantFrom<PValueAdjustment[]>('holm', 'bonferroni', 'benjaminiHochberg');
const pValue = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-9, max: 1, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }).map((twentieths) => twentieths / 20) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const pValues = fc.array(pValue, { maxLength: 12 });

describe('adjustedPValues', () => {
  test('finds what Benjamini and Hochberg published: three by Bonferroni and by Holm, four by their own', () => {
    const found = (name: PValueAdjustment): number =>
      adjustedPValues(PUBLISHED, { method: name }).filter((p) => p <= 0.05).length;
    expect([found('bonferroni'), found('holm'), found('benjaminiHochberg')]).toEqual([3, 3, 4]);
  });

  test('of four, by hand', () => {
    // In order 0.01, 0.02, 0.03, 0.04 of the places 2, 0, 3, 1.
    // Holm: 4 x 0.01 = 0.04; 3 x 0.02 = 0.06; 2 x 0.03 = 0.06; 1 x 0.04 = 0.04, but never less than the one before.
    // Benjamini and Hochberg, from the largest: 4/4 x 0.04 = 0.04; 4/3 x 0.03 = 0.04; 4/2 x 0.02 = 0.04; 4/1 x 0.01.
    const given = [0.02, 0.04, 0.01, 0.03];
    const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 15));
    expect(adjustedPValues(given)).toEqual(near([0.06, 0.06, 0.04, 0.06]));
    expect(adjustedPValues(given, { method: 'bonferroni' })).toEqual(near([0.08, 0.16, 0.04, 0.12]));
    expect(adjustedPValues(given, { method: 'benjaminiHochberg' })).toEqual(near([0.04, 0.04, 0.04, 0.04]));
  });

  test('gives the level from which on the procedure of the method rejects each', () => {
    fc.assert(
      fc.property(pValues, method, (given, name) => {
        adjustedPValues(given, { method: name }).forEach((adjusted, place) => {
          expect(Number.isNaN(adjusted)).toBe(Number.isNaN(given[place]));
          if (Number.isNaN(adjusted)) return;
          // At 1 it was cut, and may be rejected at no level.
          if (adjusted < 1) expect(isRejected(given, place, name, adjusted * (1 + 1e-12))).toBe(true);
          expect(isRejected(given, place, name, adjusted * (1 - 1e-12))).toBe(false);
        });
      }),
      runs(500),
    );
  });

  test('is never smaller than what came, nor above 1; Bonferroni never below Holm, Holm never below the false discovery rate', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const own = given.filter((p) => !Number.isNaN(p));
        const [bonferroni, holm, discovery] = (['bonferroni', 'holm', 'benjaminiHochberg'] as const).map((name) =>
          adjustedPValues(own, { method: name }),
        );
        own.forEach((p, place) => {
          const chain = [1, bonferroni![place]!, holm![place]!, discovery![place]!, p];
          for (let link = 1; link < chain.length; link++)
            expect(chain[link]!).toBeLessThanOrEqual(chain[link - 1]! * (1 + 1e-15));
        });
      }),
      runs(300),
    );
  });

  test('keeps the order of what came, and NaN, which does not count among them', () => {
    fc.assert(
      fc.property(pValues, method, (given, name) => {
        const own = given.filter((p) => !Number.isNaN(p));
        const found = adjustedPValues(given, { method: name });
        expect(found.map(Number.isNaN)).toEqual(given.map(Number.isNaN));
        expect(found.filter((p) => !Number.isNaN(p))).toEqual(adjustedPValues(own, { method: name }));
        const turned = adjustedPValues([...given].reverse(), { method: name });
        expect([...turned].reverse()).toEqual(found);
      }),
      runs(200),
    );
  });

  test('leaves one p-value as it is, and nothing of nothing', () => {
    for (const name of ['holm', 'bonferroni', 'benjaminiHochberg'] as const) {
      expect(adjustedPValues([0.03], { method: name })).toEqual([0.03]);
      expect(adjustedPValues([Number.NaN, 0.03], { method: name })).toEqual([Number.NaN, 0.03]);
      expect(adjustedPValues([], { method: name })).toEqual([]);
      expect(adjustedPValues([0, -0, 1], { method: name })).toEqual([0, 0, 1]);
    }
  });

  test('takes typed arrays, and leaves what came as it was', () => {
    const given = Float64Array.of(0.5, 0.25);
    expect(adjustedPValues(given)).toEqual([0.5, 0.5]);
    expect(given).toEqual(Float64Array.of(0.5, 0.25));
  });
});

describe('adjustedPValues refuses', () => {
  const ask = (values: unknown, options?: unknown) => () => adjustedPValues(values as never, options as never);

  test.each(HOSTILE_VALUES)('%s in place of the p-values, of one of them or of the options', (_, value) => {
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) expect(refusalOf(ask(value)).code).toBe('not-rows');
    if (value === undefined) return;
    const isPValue = typeof value === 'number' && !(value < 0 || value > 1);
    if (!isPValue) expect(refusalOf(ask([0.5, value])).path).toEqual(['pValues', 1]);
    expect(refusalOf(ask([0.5], { method: value })).code).toBe('not-an-option');
  });

  test('a p-value below 0 or above 1, by its place', () => {
    expect(refusalOf(ask([0.5, -0.1])).message).toBe(
      'adjustedPValues: "pValues[1]" must be a number from 0 to 1, or NaN; received -0.1',
    );
    expect([refusalOf(ask([-0.1])).code, refusalOf(ask([1.1])).code]).toEqual(['not-a-quantity', 'above-limit']);
    // biome-ignore lint/suspicious/noSparseArray: what is not there is no p-value
    expect(refusalOf(ask([0.5, , 0.5])).path).toEqual(['pValues', 1]);
  });

  test('an option that is none', () => {
    expect(refusalOf(ask([0.5], { methods: 'holm' })).code).toBe('unknown-option');
    expect(refusalOf(ask([0.5], null)).code).toBe('not-a-record');
  });
});
