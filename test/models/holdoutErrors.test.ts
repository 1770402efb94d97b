import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { conditionalExpectationTable } from '../../src/models/conditionalExpectationTable.ts';
import { holdoutErrors } from '../../src/models/holdoutErrors.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { anySplit, CDNOW_FITS, fitOf, SPLIT, splitOf, WRONG_FITS, WRONG_LENGTHS, WRONG_SPLITS } from './checkCases.ts';

const fit = CDNOW_FITS.bgNbd;

describe('the errors of a holdout', () => {
  test('are by hand those of a model of coins', () => {
    // As told in the table of conditional expectations: 21/32 of one who has just bought, 3/5 of it of one who has not.
    // Errors 21/32 - 2 and 63/160 twice.
    const coins = fitOf('bgBb', { alpha: 1e12, beta: 1e12, gamma: 1e12, delta: 3e12 });
    const split = {
      frequency: [1, 0],
      recency: [1, 0],
      age: [1, 1],
      holdoutFrequency: [2, 0],
      weight: [1, 2],
      holdoutLength: 2,
    };
    const errors = holdoutErrors(split, { fit: coins });
    const [low, high] = [21 / 32 - 2, 63 / 160];
    expect(errors.customers).toBe(3);
    expect(errors.meanError).toBeCloseTo((low + 2 * high) / 3, 10);
    expect(errors.meanAbsoluteError).toBeCloseTo((2 * high - low) / 3, 10);
    expect(errors.rootMeanSquaredError).toBeCloseTo(Math.sqrt((low ** 2 + 2 * high ** 2) / 3), 10);
  });

  test('of random customers are in the order that means have, and agree with the table', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const { meanError, meanAbsoluteError, rootMeanSquaredError } = holdoutErrors(split, { fit });
        if (customers.length === 0) {
          expect([meanError, meanAbsoluteError, rootMeanSquaredError]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
          return;
        }
        const { total } = conditionalExpectationTable(split, { fit });
        expect(meanError).toBeCloseTo(total.meanExpected - total.meanActual, 10);
        expect(Math.abs(meanError)).toBeLessThanOrEqual(meanAbsoluteError * (1 + 1e-12));
        expect(meanAbsoluteError).toBeLessThanOrEqual(rootMeanSquaredError * (1 + 1e-12));
      }),
      runs(60),
    );
  });

  test('are the same of customers one by one, in any order, to the last bit', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const spelt = holdoutErrors(splitOf([...customers].reverse()), { fit });
        expect(spelt).toStrictEqual(holdoutErrors(split, { fit }));
      }),
      runs(40),
    );
  });

  test('say which model and which holdout they are of, and are those of frozen data', () => {
    const { definition } = holdoutErrors(deepFrozen({ ...SPLIT }), deepFrozen({ fit }));
    expect(definition).toEqual({ model: 'bgNbd', parameters: fit.parameters, timeUnit: 'week', holdoutLength: 12 });
  });
});

describe('the input', () => {
  test.each(WRONG_SPLITS)('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => holdoutErrors({ ...SPLIT, ...changed }, { fit }))).toMatchObject({
      code,
      metric: 'holdoutErrors',
      path: ['split', ...path],
    });
  });

  test.each(WRONG_LENGTHS)('a holdout of length %o is refused', (holdoutLength) => {
    expect(refusalOf(() => holdoutErrors({ ...SPLIT, holdoutLength } as never, { fit })).code).toBe('not-a-quantity');
  });

  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => holdoutErrors(SPLIT, { fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'holdoutErrors', path });
  });

  test('with an unknown option is refused', () => {
    expect(refusalOf(() => holdoutErrors(SPLIT, { fit, bins: 3 } as never)).code).toBe('unknown-option');
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  // The same sums in 30 digits of mpmath.
  test('is a tenth of a purchase a customer above what BG/NBD expects', () => {
    const split = calibrationHoldoutSummary(cdnowLog(), {
      ...{ calibrationEnd: CALIBRATION_END, holdoutEnd: HOLDOUT_END, unit: 'week' },
    });
    const errors = holdoutErrors(split, { fit });
    expect(errors.customers).toBe(2357);
    expect(errors.meanError).toBeCloseTo(-0.0969840059628833, 11);
    expect(errors.meanAbsoluteError).toBeCloseTo(0.7854542365985504, 11);
    expect(errors.rootMeanSquaredError).toBeCloseTo(1.607982010742582, 11);
  });
});
