import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { conditionalExpectationTable } from '../../src/models/conditionalExpectationTable.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { anySplit, CDNOW_FITS, fitOf, SPLIT, splitOf, WRONG_FITS, WRONG_LENGTHS, WRONG_SPLITS } from './checkCases.ts';

const fit = CDNOW_FITS.bgNbd;

describe('the table of conditional expectations', () => {
  test('adds up and averages the holdout by the frequency in the calibration', () => {
    const split = {
      frequency: [3, 0, 0, 4, 1],
      recency: [9, 0, 0, 8, 2],
      age: [10, 10, 5, 10, 10],
      holdoutFrequency: [5, 1, 0, 2, 0],
      weight: [1, 1, 3, 1, 2],
      holdoutLength: 10,
    };
    const { rows, total } = conditionalExpectationTable(split, { fit, atMost: 3 });
    expect(rows.map(({ frequency, customers, actual }) => [frequency, customers, actual])).toEqual([
      [0, 4, 1],
      [1, 2, 0],
      [2, 0, 0],
      [3, 2, 7],
    ]);
    expect(rows.map(({ meanActual }) => meanActual)).toEqual([0.25, 0, Number.NaN, 3.5]);
    expect(rows[2]).toMatchObject({ expected: 0, meanExpected: Number.NaN });
    expect(rows.map(({ isOpenEnded }) => isOpenEnded)).toEqual([false, false, false, true]);
    expect(total).toMatchObject({ customers: 8, actual: 8, meanActual: 1 });
  });

  test('expects by hand what a model of coins does', () => {
    // Everyone alive buys at each opportunity with chance 1/2 and leaves before it with chance 1/4. Of one who bought at
    // the last opportunity two more are expected to bring 3/4 x 1/2 + 9/16 x 1/2 = 21/32. One who did not buy at the only
    // opportunity is alive with chance (3/4 x 1/2) / (1/4 + 3/4 x 1/2) = 3/5.
    const coins = fitOf('bgBb', { alpha: 1e12, beta: 1e12, gamma: 1e12, delta: 3e12 });
    const split = { frequency: [1, 0], recency: [1, 0], age: [1, 1], holdoutFrequency: [2, 0], holdoutLength: 2 };
    const { rows, total } = conditionalExpectationTable(split, { fit: coins, atMost: 1 });
    expect(rows[1]!.meanExpected).toBeCloseTo(21 / 32, 10);
    expect(rows[0]!.meanExpected).toBeCloseTo((3 / 5) * (21 / 32), 10);
    expect(total.expected).toBeCloseTo((8 / 5) * (21 / 32), 10);
  });

  test('is what the model expects of the customers one by one', () => {
    fc.assert(
      fc.property(anySplit, fc.integer({ min: 1, max: 6 }), ({ modelCase, fit, split, customers }, atMost) => {
        const { rows } = conditionalExpectationTable(split, { fit, atMost });
        for (const row of rows) {
          const own = customers.filter(({ frequency }) => Math.min(frequency, atMost) === row.frequency);
          let [expected, actual] = [0, 0];
          for (const customer of own) {
            expected += modelCase.model.expectedPurchases(modelCase.typical, customer, { horizon: 12 });
            actual += customer.holdoutFrequency;
          }
          expect([row.customers, row.actual]).toEqual([own.length, actual]);
          expect(row.expected).toBeCloseTo(expected, 10);
          if (own.length > 0) expect(row.meanExpected).toBeCloseTo(expected / own.length, 10);
        }
      }),
      runs(60),
    );
  });

  test('has rows that add up to the total', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const { rows, total } = conditionalExpectationTable(split, { fit, atMost: 3 });
        const added = (of: 'customers' | 'expected' | 'actual'): number => rows.reduce((sum, row) => sum + row[of], 0);
        expect(added('customers')).toBe(total.customers);
        expect(total.customers).toBe(customers.length);
        expect(added('actual')).toBe(total.actual);
        expect(added('expected')).toBeCloseTo(total.expected, 10);
      }),
      runs(60),
    );
  });

  test('is the same of customers one by one, in any order, to the last bit', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const spelt = conditionalExpectationTable(splitOf([...customers].reverse()), { fit });
        expect(spelt).toStrictEqual(conditionalExpectationTable(split, { fit }));
      }),
      runs(40),
    );
  });

  test('says which model and which holdout it is of, and takes frozen data', () => {
    const { definition } = conditionalExpectationTable(deepFrozen({ ...SPLIT }), deepFrozen({ fit }));
    expect(definition).toEqual({ model: 'bgNbd', parameters: fit.parameters, timeUnit: 'week', holdoutLength: 12 });
  });
});

describe('the input', () => {
  test.each(WRONG_SPLITS)('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => conditionalExpectationTable({ ...SPLIT, ...changed }, { fit }))).toMatchObject({
      code,
      metric: 'conditionalExpectationTable',
      path: ['split', ...path],
    });
  });

  test.each(WRONG_LENGTHS)('a holdout of length %o is refused', (holdoutLength) => {
    const refusal = refusalOf(() => conditionalExpectationTable({ ...SPLIT, holdoutLength } as never, { fit }));
    expect(refusal).toMatchObject({ code: 'not-a-quantity', path: ['split.holdoutLength'] });
  });

  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => conditionalExpectationTable(SPLIT, { fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'conditionalExpectationTable', path });
  });

  test('of more purchases than opportunities, or half an opportunity, is refused', () => {
    const gifts = fitOf('bgBb', { alpha: 1, beta: 1, gamma: 1, delta: 3 });
    const split = { frequency: [1, 0], recency: [2, 0], age: [3, 3], holdoutFrequency: [2, 3], holdoutLength: 2 };
    expect(refusalOf(() => conditionalExpectationTable(split, { fit: gifts }))).toMatchObject({
      code: 'above-limit',
      path: ['split', 'holdoutFrequency', 1],
    });
    expect(
      refusalOf(() => conditionalExpectationTable({ ...split, holdoutLength: 3.5 }, { fit: gifts })),
    ).toMatchObject({ code: 'not-a-count', path: ['split.holdoutLength'] });
    expect(conditionalExpectationTable({ ...split, holdoutLength: 3 }, { fit: gifts }).total.actual).toBe(5);
  });

  test('with an unknown option, or a table up to 0, is refused', () => {
    expect(refusalOf(() => conditionalExpectationTable(SPLIT, { fit, most: 3 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => conditionalExpectationTable(SPLIT, { fit, atMost: 0 })).path).toEqual(['atMost']);
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  // Each customer's expectation by the published formula, in 30 digits of mpmath, added up.
  test('buys in 39 weeks of holdout as the slow loop says, and as BG/NBD expects to some percent', () => {
    const split = calibrationHoldoutSummary(cdnowLog(), {
      ...{ calibrationEnd: CALIBRATION_END, holdoutEnd: HOLDOUT_END, unit: 'week' },
    });
    const { rows, total } = conditionalExpectationTable(split, { fit });
    expect(rows.map(({ customers, actual }) => [customers, actual])).toEqual([
      ...[
        [1411, 334],
        [439, 306],
        [214, 298],
        [100, 156],
      ],
      ...[
        [62, 157],
        [38, 112],
        [29, 112],
        [64, 407],
      ],
    ]);
    const known = [
      ...[317.5982171123107, 229.6545851176992, 223.4447020472876, 152.0279513018482],
      ...[134.1596795620626, 100.8461436291412, 101.6172266646922, 394.0601925104421],
    ];
    for (const { frequency, expected } of rows) expect(expected / known[frequency]!).toBeCloseTo(1, 11);
    expect(total.actual).toBe(1882);
    expect(total.expected).toBeCloseTo(1653.4087, 3);
  });
});
