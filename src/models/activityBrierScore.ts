import { checkOptions } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import type { HoldoutCheckOptions } from './holdoutErrors.ts';
import { purchaseChance } from './purchaseChance.ts';
import { type HoldoutHistories, readHoldout, totalOf } from './readHoldout.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';

const METRIC = 'activityBrierScore';

/**
 * How far the chances that a model gave customers to buy in the holdout are from what happened.
 *
 * sum of (chance of a purchase - (1 where there was one, else 0))^2 / customers
 *
 * 0 is a prophet. Who gives every customer the same chance, the share p that bought, scores p (1 - p): a model that
 * scores no less has told nobody apart.
 *
 * @param split - calibration and holdout, as `calibrationHoldoutSummary` gives them
 * @param options - the fit
 * @returns the mean square
 * @unit squared fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen there is no customer (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `not-a-text`, `unlike-definitions`, `unknown-option`
 * @complexity one chance for each history that differs
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = bgNbd.fit(bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) }));
 * const split = { frequency: [0, 4], recency: [0, 38], age: [40, 40], holdoutFrequency: [0, 3], holdoutLength: 40 };
 * activityBrierScore(split, { fit }).toFixed(3) // '0.027'
 * @reference Brier (1950), Verification of forecasts expressed in terms of probability
 * @see activityCalibrationTable, which says where the chances are too high or too low
 */
export function activityBrierScore(split: HoldoutHistories, options: HoldoutCheckOptions): number {
  checkOptions(METRIC, options, ['fit']);
  const model = readPurchaseFit(METRIC, 'fit', options.fit);
  const { holdoutFrequency, weight, customers, holdoutLength, figures } = readHoldout(METRIC, split, model);
  const chances = figures((customer) => 1 - purchaseChance(model, customer, 0, holdoutLength));
  const squares = chances.map((chance, i) => (holdoutFrequency[i]! > 0 ? 1 - chance : chance) ** 2);
  return ratio(totalOf(squares, weight), customers);
}
