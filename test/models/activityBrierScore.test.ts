import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityBrierScore } from '../../src/models/activityBrierScore.ts';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { anySplit, CDNOW_FITS, fitOf, SPLIT, splitOf, WRONG_FITS, WRONG_LENGTHS, WRONG_SPLITS } from './checkCases.ts';

const fit = CDNOW_FITS.bgNbd;

describe('the Brier score of activity', () => {
  test('is by hand that of a model of coins', () => {
    // Alive for sure after a purchase at the only opportunity: one more comes to nothing with chance 1/4 + 3/4 x 1/2 = 5/8.
    // Without it alive with chance 3/5, and one more brings a purchase with chance 3/5 x 3/8 = 9/40.
    const coins = fitOf('bgBb', { alpha: 1e12, beta: 1e12, gamma: 1e12, delta: 3e12 });
    const split = {
      frequency: [1, 0],
      recency: [1, 0],
      age: [1, 1],
      holdoutFrequency: [1, 0],
      weight: [1, 3],
      holdoutLength: 1,
    };
    expect(activityBrierScore(split, { fit: coins })).toBeCloseTo(((5 / 8) ** 2 + 3 * (9 / 40) ** 2) / 4, 10);
  });

  test('is the mean square over customers one by one, by the chance of no purchase', () => {
    fc.assert(
      fc.property(anySplit, ({ modelCase, fit, split, customers }) => {
        let squares = 0;
        for (const customer of customers) {
          const options = { purchases: 0, horizon: 12 };
          const none = modelCase.model.probabilityOfPurchases(modelCase.typical, customer, options);
          squares += customer.holdoutFrequency > 0 ? none * none : (1 - none) * (1 - none);
        }
        const score = activityBrierScore(split, { fit });
        if (customers.length === 0) expect(score).toBeNaN();
        else expect(score).toBeCloseTo(squares / customers.length, 12);
        expect(activityBrierScore(splitOf([...customers].reverse()), { fit })).toBe(score);
      }),
      runs(60),
    );
  });

  test('takes frozen data', () => {
    expect(activityBrierScore(deepFrozen({ ...SPLIT }), deepFrozen({ fit }))).toBe(activityBrierScore(SPLIT, { fit }));
  });
});

describe('the input', () => {
  test.each(WRONG_SPLITS)('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => activityBrierScore({ ...SPLIT, ...changed }, { fit }))).toMatchObject({
      code,
      metric: 'activityBrierScore',
      path: ['split', ...path],
    });
  });

  test.each(WRONG_LENGTHS)('a holdout of length %o is refused', (holdoutLength) => {
    expect(refusalOf(() => activityBrierScore({ ...SPLIT, holdoutLength } as never, { fit })).path).toEqual([
      'split.holdoutLength',
    ]);
  });

  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => activityBrierScore(SPLIT, { fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'activityBrierScore', path });
  });

  test('with an unknown option is refused', () => {
    expect(refusalOf(() => activityBrierScore(SPLIT, { fit, bins: 3 } as never)).code).toBe('unknown-option');
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  const split = (): ReturnType<typeof calibrationHoldoutSummary> =>
    calibrationHoldoutSummary(cdnowLog(), {
      ...{ calibrationEnd: CALIBRATION_END, holdoutEnd: HOLDOUT_END, unit: 'week' },
    });

  // By the closed form of the chance of silence, 1 - alive (1 - (A / (A + t))^(r + x)), in 30 digits of mpmath.
  test('scores 0.1612 by BG/NBD, where the share that bought would score 0.2060', () => {
    expect(activityBrierScore(split(), { fit })).toBeCloseTo(0.1612238245996367, 12);
    const share = split().holdoutFrequency.filter((count) => count > 0).length / 2357;
    expect(share * (1 - share)).toBeCloseTo(0.206, 3);
  });
});
