import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { spendFrequencyCorrelation } from '../../src/models/spendFrequencyCorrelation.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from './cdnow.ts';

const mixed = { frequency: [1, 2, 3, 4, 5], meanSpend: [20, 30, 10, 50, 40] };

describe('the correlation of spend and frequency', () => {
  test('is that of the textbook', () => {
    // Deviations -2, -1, 0, 1, 2 and -10, 0, -20, 20, 10: 60 / sqrt(10 x 1000).
    expect(spendFrequencyCorrelation(mixed)).toMatchObject({
      estimate: 0.6,
      customers: 5,
      level: 0.95,
      method: 'fisher',
    });
  });

  test('has the interval that Fisher gives', () => {
    // scipy.stats.pearsonr([1, 2, 3, 4, 5], [20, 30, 10, 50, 40]).confidence_interval(0.95)
    const { lower, upper } = spendFrequencyCorrelation(mixed);
    expect(lower).toBeCloseTo(-0.599749997898766, 13);
    expect(upper).toBeCloseTo(0.9692070969784867, 13);
  });

  test('is of customers with repeats alone, whatever the others have for a mean spend', () => {
    const more = { frequency: [0, ...mixed.frequency, 0, 0], meanSpend: [Number.NaN, ...mixed.meanSpend, 0, -1] };
    expect(spendFrequencyCorrelation(more)).toStrictEqual(spendFrequencyCorrelation(mixed));
  });

  test('counts an entry as often as its weight says, and one of weight 0 not at all', () => {
    const weighted = { frequency: [1, 2, 3, 7], meanSpend: [10, 30, 20, Number.NaN], weight: [3, 1, 2, 0] };
    const spelt = { frequency: [1, 1, 1, 2, 3, 3], meanSpend: [10, 10, 10, 30, 20, 20] };
    expect(spendFrequencyCorrelation(weighted).customers).toBe(6);
    expect(spendFrequencyCorrelation(weighted).estimate).toBeCloseTo(spendFrequencyCorrelation(spelt).estimate, 14);
  });

  test('is the exact one of whole numbers, to some roundings', () => {
    const entry = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(100_000), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 30 }), (entries) => {
        const total = (value: (x: bigint, m: bigint) => bigint): bigint =>
          entries.reduce((sum, [x, m, w]) => sum + BigInt(w) * value(BigInt(x), BigInt(m)), 0n);
        const [n, x, m] = [total(() => 1n), total((x) => x), total((_, m) => m)];
        const shared = n * total((x, m) => x * m) - x * m;
        const spreads = (n * total((x) => x * x) - x * x) * (n * total((_, m) => m * m) - m * m);
        const found = spendFrequencyCorrelation({
          frequency: entries.map(([x]) => x),
          meanSpend: entries.map(([, m]) => m),
          weight: entries.map(([, , w]) => w),
        });
        if (spreads === 0n) expect(found.estimate).toBeNaN();
        else expect(found.estimate).toBeCloseTo(Number(shared) / Math.sqrt(Number(spreads)), 13);
        expect(found.customers).toBe(Number(n));
        expect(found.lower <= found.estimate && found.estimate <= found.upper).toBe(n > 3n && spreads !== 0n);
      }),
      runs(300),
    );
  });

  test('is the same in cents and dollars, and of the largest amounts that there are', () => {
    const { estimate } = spendFrequencyCorrelation(mixed);
    for (const unit of [1e-300, 0.01, 3e306]) {
      const meanSpend = mixed.meanSpend.map((spend) => spend * unit);
      expect(spendFrequencyCorrelation({ ...mixed, meanSpend }).estimate).toBeCloseTo(estimate, 14);
    }
  });

  test('sees a small spread beside a large mean', () => {
    const meanSpend = mixed.meanSpend.map((spend) => 1e12 + spend);
    expect(spendFrequencyCorrelation({ ...mixed, meanSpend }).estimate).toBeCloseTo(0.6, 14);
  });

  test('of spend in proportion to frequency is 1, and so are the ends', () => {
    const line = { frequency: [1, 2, 3, 5, 8], meanSpend: [0.1, 0.2, 0.3, 0.5, 0.8] };
    const { estimate, lower, upper } = spendFrequencyCorrelation(line);
    expect(estimate).toBeCloseTo(1, 14);
    expect(upper).toBeLessThanOrEqual(1);
    expect(lower).toBeCloseTo(1, 6);
  });

  test('takes typed arrays and frozen ones', () => {
    const typed = { frequency: Int32Array.from(mixed.frequency), meanSpend: Float64Array.from(mixed.meanSpend) };
    expect(spendFrequencyCorrelation(typed)).toStrictEqual(spendFrequencyCorrelation(deepFrozen({ ...mixed })));
  });
});

describe('the warning', () => {
  const grown = { frequency: [1, 2, 3, 4, 5, 6], meanSpend: [10, 12, 11, 14, 16, 15] };

  test('is empty where the interval holds 0', () => {
    expect(spendFrequencyCorrelation(mixed).warning).toBe('');
  });

  test('says who is valued too low where spend grows with frequency', () => {
    const { lower, warning } = spendFrequencyCorrelation(grown);
    expect(lower).toBeGreaterThan(0);
    expect(warning).toMatch(/buy more often spend more .* values frequent customers too low and rare ones too high/);
  });

  test('says the contrary where spend falls', () => {
    const { upper, warning } = spendFrequencyCorrelation({ ...grown, meanSpend: [...grown.meanSpend].reverse() });
    expect(upper).toBeLessThan(0);
    expect(warning).toMatch(/buy more often spend less .* values frequent customers too high and rare ones too low/);
  });

  test('goes by the level asked for', () => {
    expect(spendFrequencyCorrelation(mixed, { level: 0.5 })).toMatchObject({ level: 0.5 });
    expect(spendFrequencyCorrelation(mixed, { level: 0.5 }).warning).not.toBe('');
  });
});

describe('the correlation is undefined', () => {
  const nothing = { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, warning: '' };

  test('of nobody with repeats', () => {
    expect(spendFrequencyCorrelation({ frequency: [], meanSpend: [] })).toMatchObject({ ...nothing, customers: 0 });
    expect(spendFrequencyCorrelation({ frequency: [0], meanSpend: [0] })).toMatchObject({ ...nothing, customers: 0 });
  });

  test('where all buy as often, or spend as much, though the mean of tenths is rounded', () => {
    const alike = { frequency: [2, 2, 2, 2], meanSpend: [1, 2, 3, 4] };
    expect(spendFrequencyCorrelation(alike)).toMatchObject({ ...nothing, customers: 4 });
    const tenths = { frequency: [1, 2, 3, 4, 5, 6], meanSpend: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1] };
    expect(spendFrequencyCorrelation(tenths)).toMatchObject(nothing);
  });

  test('where all spend as much, whatever that is and however many they are', () => {
    const amount = fc.double({ min: 0, max: 1e300, noNaN: true });
    const entry = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(amount, fc.array(entry, { minLength: 1, maxLength: 40 }), (spend, entries) => {
        const frequency = entries.map(([repeats]) => repeats);
        const histories = {
          frequency,
          meanSpend: frequency.map(() => spend),
          weight: entries.map(([, times]) => times),
        };
        expect(spendFrequencyCorrelation(histories)).toMatchObject(nothing);
      }),
      runs(300),
    );
  });

  test('where a mean spend is NaN', () => {
    expect(spendFrequencyCorrelation({ ...mixed, meanSpend: [20, 30, Number.NaN, 50, 40] })).toMatchObject(nothing);
  });

  test('at its ends where there are at most three customers', () => {
    const three = { frequency: [1, 2, 3], meanSpend: [1, 3, 2] };
    expect(spendFrequencyCorrelation(three)).toMatchObject({ ...nothing, estimate: 0.5, customers: 3 });
    expect(spendFrequencyCorrelation({ ...three, weight: [1, 1, 2] }).lower).not.toBeNaN();
  });
});

describe('the input', () => {
  test.each([
    [{ frequency: 5 }, 'not-rows', ['frequency']],
    [{ meanSpend: [20] }, 'length-mismatch', ['meanSpend']],
    [{ weight: [1] }, 'length-mismatch', ['weight']],
    [{ weight: null }, 'not-rows', ['weight']],
    [{ frequency: [1, 2, 2.5, 4, 5] }, 'not-a-count', ['frequency', 2]],
    [{ frequency: [1, -2, 3, 4, 5] }, 'not-a-count', ['frequency', 1]],
    [{ weight: [1, 1, 1, 1, 0.5] }, 'not-a-count', ['weight', 4]],
    [{ meanSpend: [20, -30, 10, 50, 40] }, 'not-a-quantity', ['meanSpend', 1]],
    [{ meanSpend: [20, 30, Infinity, 50, 40] }, 'not-a-quantity', ['meanSpend', 2]],
    [{ meanSpend: [20, 30, '10', 50, 40] }, 'not-a-quantity', ['meanSpend', 2]],
    [{ meanSpend: [20, 30, undefined, 50, 40] }, 'not-a-quantity', ['meanSpend', 2]],
  ])('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => spendFrequencyCorrelation({ ...mixed, ...changed } as never))).toMatchObject({
      code,
      metric: 'spendFrequencyCorrelation',
      path: ['histories', ...path],
    });
  });

  test('that is no record, a level that is none and an unknown option are refused', () => {
    expect(refusalOf(() => spendFrequencyCorrelation(null as never)).code).toBe('not-a-record');
    expect(refusalOf(() => spendFrequencyCorrelation(mixed, { level: 95 })).path).toEqual(['level']);
    expect(refusalOf(() => spendFrequencyCorrelation(mixed, { levels: 0.9 } as never)).code).toBe('unknown-option');
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  const options = { asOf: CALIBRATION_END, unit: 'week' } as const;

  // scipy.stats.pearsonr on the same 946 rows, made in Python: statistic and confidence_interval(0.95).
  test('has 0.1139, from 0.0505 to 0.1763: weak, and not nothing', () => {
    const { estimate, lower, upper, customers, warning } = spendFrequencyCorrelation(
      purchaseSummary(cdnowLog(), options),
    );
    expect(customers).toBe(946);
    expect(estimate).toBeCloseTo(0.11388791939125481, 13);
    expect(lower).toBeCloseTo(0.050515935390870806, 12);
    expect(upper).toBeCloseTo(0.17634649109112668, 12);
    expect(warning).toMatch(/spend more per purchase/);
  });

  test('has none without amounts', () => {
    expect(spendFrequencyCorrelation(purchaseSummary(withoutAmounts(cdnowLog()), options)).estimate).toBeNaN();
  });
});
