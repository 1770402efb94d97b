import { checkOptions } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { type CheckedFit, checkedFit } from './checkedFit.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import { type AtMostOptions, readAtMost } from './readAtMost.ts';
import { type HoldoutHistories, readHoldout, totalOf } from './readHoldout.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';

/** By which model the holdout is expected, and up to which frequency customers are told apart. */
export interface ConditionalExpectationOptions extends AtMostOptions {
  /** The model of purchases, fitted to the calibration; one that did not converge is refused. */
  readonly fit: PurchaseFit;
}

/** What some customers were expected to buy in the holdout, and what they bought. */
export interface HoldoutPurchases {
  /** How many they are. */
  readonly customers: number;
  /** Purchases that they were expected to make. */
  readonly expected: number;
  /** Purchases that they made. */
  readonly actual: number;
  /** Purchases that each was expected to make, in the mean; NaN of nobody. */
  readonly meanExpected: number;
  /** Purchases that each made, in the mean; NaN of nobody. */
  readonly meanActual: number;
}

/** The customers of one frequency in the calibration. */
export interface ConditionalExpectationRow extends HoldoutPurchases {
  /** Purchases after the first, up to the end of the calibration. */
  readonly frequency: number;
  /** Whether the row stands for so many and more: the last one does. */
  readonly isOpenEnded: boolean;
}

/** Purchases in the holdout, expected and actual, by the frequency in the calibration. */
export interface ConditionalExpectationTable {
  /** Frequencies 0, 1, 2, … up to `atMost` and more, those of nobody too. */
  readonly rows: readonly ConditionalExpectationRow[];
  /** All customers. */
  readonly total: HoldoutPurchases;
  /** What the expectation rests on. */
  readonly definition: CheckedFit & {
    /** How long the holdout is, in the unit of time. */
    readonly holdoutLength: number;
  };
}

const METRIC = 'conditionalExpectationTable';

/**
 * Purchases in a holdout that the model was not fitted to, expected and actual, by how often customers had bought in the
 * calibration: whether the model tells apart who will buy much and who little.
 *
 * Of each customer the expectation is that of the model given frequency, recency and age. The last row stands for
 * `atMost` and more.
 *
 * @param split - calibration and holdout, as `calibrationHoldoutSummary` gives them
 * @param options - the fit, and where the table ends
 * @returns one record a frequency, in ascending order, and one of all customers
 * @undefinedWhen a frequency is that of nobody (its means are NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `not-a-text`, `unlike-definitions`, `unknown-option`
 * @complexity one expectation for each history that differs
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = bgNbd.fit(bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) }));
 * const split = {
 *   frequency: [0, 0, 1, 4],
 *   recency: [0, 0, 20, 38],
 *   age: [40, 40, 40, 40],
 *   holdoutFrequency: [0, 1, 0, 3],
 *   holdoutLength: 40,
 * };
 * const { rows, total } = conditionalExpectationTable(split, { fit, atMost: 2 });
 * rows.map(({ customers, actual }) => [customers, actual]) // [[2, 1], [1, 0], [1, 3]]
 * rows.map(({ meanExpected }) => meanExpected.toFixed(1)) // ['0.2', '0.5', '2.8']
 * total.expected.toFixed(1) // '3.7'
 * @reference Fader, Hardie and Lee (2005), "Counting your customers" the easy way: an alternative to the Pareto/NBD model
 */
export function conditionalExpectationTable(
  split: HoldoutHistories,
  options: ConditionalExpectationOptions,
): ConditionalExpectationTable {
  checkOptions(METRIC, options, ['fit', 'atMost']);
  const atMost = readAtMost(METRIC, options);
  const model = readPurchaseFit(METRIC, 'fit', options.fit);
  const { frequency, holdoutFrequency, weight, holdoutLength, timeUnit, figures } = readHoldout(METRIC, split, model);
  const expected = figures((customer) => customer.alive * model.expected(customer, holdoutLength));
  const purchasesOf = (start: number, end: number): HoldoutPurchases => {
    const customers = sum(weight, start, end);
    const total = totalOf(expected, weight, start, end);
    const actual = totalOf(holdoutFrequency, weight, start, end);
    const [meanExpected, meanActual] = [ratio(total, customers), ratio(actual, customers)];
    return { customers, expected: total, actual, meanExpected, meanActual };
  };
  // Rows come by ascending frequency.
  let start = 0;
  const rows = Array.from({ length: atMost + 1 }, (_, own): ConditionalExpectationRow => {
    let end = own === atMost ? weight.length : start;
    while (end < weight.length && frequency[end] === own) end++;
    const purchases = purchasesOf(start, end);
    start = end;
    return { frequency: own, isOpenEnded: own === atMost, ...purchases };
  });
  const definition = { ...checkedFit(model, options.fit, timeUnit), holdoutLength };
  return { rows, total: purchasesOf(0, weight.length), definition };
}
