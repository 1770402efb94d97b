import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as bgBb from '../../src/models/bgBb/index.ts';
import { purchaseFrequencyTable } from '../../src/models/purchaseFrequencyTable.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from './cdnow.ts';
import { anySplit, CDNOW_FITS, fitOf, SPLIT, splitOf, WRONG_FITS, WRONG_HISTORIES } from './checkCases.ts';

const fit = CDNOW_FITS.bgNbd;

describe('the table of frequencies', () => {
  test('counts customers by frequency, the last row those of so many and more, and weights as often as they say', () => {
    const data = {
      frequency: [0, 1, 1, 5, 9],
      recency: [0, 1, 2, 5, 9],
      age: [9, 9, 9, 9, 9],
      weight: [4, 1, 1, 2, 1],
    };
    const { rows, customers } = purchaseFrequencyTable(data, { fit, atMost: 5 });
    expect(rows.map(({ frequency, actual }) => [frequency, actual])).toEqual([
      [0, 4],
      [1, 2],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 3],
    ]);
    expect(rows.map(({ isOpenEnded }) => isOpenEnded)).toEqual([false, false, false, false, false, true]);
    expect(customers).toBe(9);
  });

  test('ends at 7 and more unless told, and at 1000 at most', () => {
    expect(purchaseFrequencyTable(SPLIT, { fit }).rows.map(({ frequency }) => frequency)).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6, 7],
    ]);
    expect(purchaseFrequencyTable(SPLIT, { fit, atMost: 1000 }).rows).toHaveLength(1001);
  });

  test('expects by hand what a model of coins does', () => {
    // Laws so narrow that every customer buys with chance 1/2 and leaves before an opportunity with chance 1/4: after one
    // opportunity 3/8 have bought. After two, none: 1/4 + 3/4 x 1/2 x (1/4 + 3/4 x 1/2) = 31/64, both: 9/64.
    const coins = fitOf('bgBb', { alpha: 1e12, beta: 1e12, gamma: 1e12, delta: 3e12 });
    const data = { frequency: [0, 0, 1], recency: [0, 0, 1], age: [1, 2, 2] };
    const { rows } = purchaseFrequencyTable(data, { fit: coins, atMost: 2 });
    expect(rows[0]!.expected).toBeCloseTo(5 / 8 + 2 * (31 / 64), 10);
    expect(rows[1]!.expected).toBeCloseTo(3 / 8 + 2 * (24 / 64), 10);
    expect(rows[2]!.expected).toBeCloseTo(2 * (9 / 64), 10);
  });

  test('expects of each customer the chances of a new one, one by one', () => {
    fc.assert(
      fc.property(anySplit, fc.integer({ min: 1, max: 8 }), ({ modelCase, fit, split, customers }, atMost) => {
        const table = purchaseFrequencyTable(split, { fit, atMost });
        for (const { frequency, expected } of table.rows.slice(0, -1)) {
          const chances = customers.map(({ age }) =>
            modelCase.model.probabilityOfPurchasesOfNewCustomer(modelCase.typical, {
              purchases: frequency,
              horizon: age,
            }),
          );
          expect(expected).toBeCloseTo(
            chances.reduce((total, chance) => total + chance, 0),
            10,
          );
        }
      }),
      runs(60),
    );
  });

  test('adds up to the number of customers, in either column, and no row is below 0', () => {
    fc.assert(
      fc.property(anySplit, fc.integer({ min: 1, max: 40 }), ({ fit, split, customers }, atMost) => {
        const table = purchaseFrequencyTable(split, { fit, atMost });
        const total = (of: 'actual' | 'expected'): number => table.rows.reduce((sum, row) => sum + row[of], 0);
        expect(table.customers).toBe(customers.length);
        expect(total('actual')).toBe(customers.length);
        expect(total('expected')).toBeCloseTo(customers.length, 9);
        expect(table.rows.every(({ expected }) => expected >= 0)).toBe(true);
      }),
      runs(60),
    );
  });

  test('is the same of customers one by one, in any order, to the last bit', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const spelt = purchaseFrequencyTable(splitOf([...customers].reverse()), { fit });
        expect(spelt).toStrictEqual(purchaseFrequencyTable(split, { fit }));
      }),
      runs(40),
    );
  });

  test('of nobody has rows of nobody', () => {
    const { rows, customers } = purchaseFrequencyTable({ frequency: [], recency: [], age: [] }, { fit, atMost: 1 });
    expect(customers).toBe(0);
    expect(rows.map(({ actual, expected }) => [actual, expected])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('says which model it is of, and takes the unit from the fit or else from the data', () => {
    expect(purchaseFrequencyTable(SPLIT, { fit }).definition).toEqual({
      model: 'bgNbd',
      parameters: fit.parameters,
      timeUnit: 'week',
    });
    const silent = fitOf('bgNbd', fit.parameters);
    expect(purchaseFrequencyTable(SPLIT, { fit: silent }).definition.timeUnit).toBe('week');
  });

  test('is that of a fit which went through JSON, and of frozen data', () => {
    const drawn = bgBb.simulate(
      { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 },
      { seed: 1, ages: new Array(900).fill(6) },
    );
    const own = bgBb.fit(drawn);
    const kept = JSON.parse(JSON.stringify(own));
    expect(purchaseFrequencyTable(deepFrozen({ ...drawn }), deepFrozen({ fit: kept }))).toStrictEqual(
      purchaseFrequencyTable(drawn, { fit: own }),
    );
  });
});

describe('the input', () => {
  test.each(WRONG_HISTORIES)('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => purchaseFrequencyTable({ ...SPLIT, ...changed }, { fit }))).toMatchObject({
      code,
      metric: 'purchaseFrequencyTable',
      path: ['data', ...path],
    });
  });

  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => purchaseFrequencyTable(SPLIT, { fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'purchaseFrequencyTable', path });
  });

  test.each([
    [0, 'below-limit'],
    [1001, 'above-limit'],
    [2.5, 'not-a-count'],
    ['3', 'not-a-count'],
  ])('a table up to %o is refused', (atMost, code) => {
    const refusal = refusalOf(() => purchaseFrequencyTable(SPLIT, { fit, atMost: atMost as number }));
    expect(refusal).toMatchObject({ code, path: ['atMost'] });
  });

  test('that is no record, and an unknown option, are refused', () => {
    expect(refusalOf(() => purchaseFrequencyTable(null as never, { fit })).path).toEqual(['data']);
    expect(refusalOf(() => purchaseFrequencyTable(SPLIT, { fit, most: 3 } as never)).code).toBe('unknown-option');
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  const summary = (): ReturnType<typeof purchaseSummary> =>
    purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' });

  // Each customer's chances by the published formula, in 30 digits of mpmath, added up over all 2,357.
  test('has the frequencies of the paper, and what BG/NBD expects of them', () => {
    const { rows } = purchaseFrequencyTable(summary(), { fit });
    expect(rows.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const known = [
      ...[1407.684346680033, 460.323462994044, 192.4614139437581, 101.1641962180897],
      ...[59.84707879305992, 38.11970546605392, 25.54910801238424, 71.85068789257697],
    ];
    for (const { frequency, expected } of rows) expect(expected / known[frequency]!).toBeCloseTo(1, 11);
  });

  // By the time of leaving, over which mpmath integrates.
  test('has what Pareto/NBD expects', () => {
    const { rows } = purchaseFrequencyTable(summary(), { fit: CDNOW_FITS.paretoNbd });
    const known = [1434.04930366603, 396.877920266254, 193.492392233068];
    for (const [frequency, expected] of known.entries())
      expect(rows[frequency]!.expected / expected).toBeCloseTo(1, 11);
  });
});
