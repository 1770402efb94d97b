import { checkOptions } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { type CheckedFit, checkedFit } from './checkedFit.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import { type HoldoutHistories, readHoldout, totalOf } from './readHoldout.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';

/** By which model the holdout is expected. */
export interface HoldoutCheckOptions {
  /** The model of purchases, fitted to the calibration; one that did not converge is refused. */
  readonly fit: PurchaseFit;
}

/** How far customers' expected purchases are from those that they made. */
export interface HoldoutErrors {
  /** How many customers. */
  readonly customers: number;
  /** Mean of expected less actual: above 0 where the model expects too much. */
  readonly meanError: number;
  /** Mean of the distance, whichever way. */
  readonly meanAbsoluteError: number;
  /** Square root of the mean of squares, in which large misses weigh more. */
  readonly rootMeanSquaredError: number;
  /** What the expectation rests on. */
  readonly definition: CheckedFit & {
    /** How long the holdout is, in the unit of time. */
    readonly holdoutLength: number;
  };
}

const METRIC = 'holdoutErrors';

/**
 * How far the purchases that each customer was expected to make in the holdout are from those that the customer made.
 *
 * With error = expected - actual of a customer: the mean of it, of its size, and the square root of the mean of its square
 *
 * To be compared between models of the same split. Of one model alone they say little: expectations are means, and what
 * one customer does lies about the mean by chance, under the true model too.
 *
 * @param split - calibration and holdout, as `calibrationHoldoutSummary` gives them
 * @param options - the fit
 * @returns the three means over all customers
 * @unit purchases
 * @undefinedWhen there is no customer (all three NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `not-a-text`, `unlike-definitions`, `unknown-option`
 * @complexity one expectation for each history that differs
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = bgNbd.fit(bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) }));
 * const split = { frequency: [0, 4], recency: [0, 38], age: [40, 40], holdoutFrequency: [0, 3], holdoutLength: 40 };
 * const errors = holdoutErrors(split, { fit });
 * errors.meanError.toFixed(3) // '-0.008'
 * errors.rootMeanSquaredError.toFixed(3) // '0.195'
 */
export function holdoutErrors(split: HoldoutHistories, options: HoldoutCheckOptions): HoldoutErrors {
  checkOptions(METRIC, options, ['fit']);
  const model = readPurchaseFit(METRIC, 'fit', options.fit);
  const { holdoutFrequency, weight, customers, holdoutLength, timeUnit, figures } = readHoldout(METRIC, split, model);
  const expected = figures((customer) => customer.alive * model.expected(customer, holdoutLength));
  const errors = expected.map((value, i) => value - holdoutFrequency[i]!);
  const meanOf = (of: (error: number) => number): number => ratio(totalOf(errors.map(of), weight), customers);
  return {
    customers,
    meanError: meanOf((error) => error),
    meanAbsoluteError: meanOf(Math.abs),
    rootMeanSquaredError: Math.sqrt(meanOf((error) => error * error)),
    definition: { ...checkedFit(model, options.fit, timeUnit), holdoutLength },
  };
}
