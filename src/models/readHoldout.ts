import { checkLeast, checkPositive } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { sum } from '../numeric/sum.ts';
import { checkColumn, checkCounts, checkWeight } from './checkColumns.ts';
import { compressRows } from './compressRows.ts';
import type { Posterior } from './purchaseProcess.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';
import type { FittedProcess } from './readPurchaseFit.ts';
import { checkPurchases } from './readPurchases.ts';
import { readTimeUnit } from './readTimeUnit.ts';

/** Purchases up to the end of the calibration and in the holdout after it, as `calibrationHoldoutSummary` gives them. */
export interface HoldoutHistories extends PurchaseHistories {
  /** Purchases in the holdout. */
  readonly holdoutFrequency: ArrayLike<number>;
  /** How long the holdout is, in the unit of recency and age. */
  readonly holdoutLength: number;
}

/** Rows that differ, by frequency, recency, age and purchases in the holdout, and what a model says of each. */
export interface HoldoutRows {
  readonly frequency: Float64Array;
  readonly holdoutFrequency: Float64Array;
  /** How many customers each row stands for, above 0. */
  readonly weight: Float64Array;
  readonly customers: number;
  readonly holdoutLength: number;
  readonly timeUnit: string | undefined;
  /** A figure of each row's customer, found once a history. */
  readonly figures: (of: (customer: Posterior) => number) => Float64Array;
}

/** Refuses what is no calibration with a holdout, or in another unit than the fit, and gives its distinct rows. */
export function readHoldout(metric: string, split: HoldoutHistories, model: FittedProcess): HoldoutRows {
  checkPurchases(metric, 'split', split, model.isDiscrete);
  checkWeight(metric, 'split', split);
  checkHoldout(metric, split, model.isDiscrete);
  const timeUnit = readTimeUnit(metric, 'split', split, model.timeUnit);
  const { columns, weight } = compressRows(
    [split.frequency, split.recency, split.age, split.holdoutFrequency],
    split.weight,
  );
  const [frequency, recency, age, holdoutFrequency] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const isRepeated = (i: number): boolean =>
    i > 0 && frequency[i] === frequency[i - 1] && recency[i] === recency[i - 1] && age[i] === age[i - 1];
  const figures = (of: (customer: Posterior) => number): Float64Array => {
    const found = new Float64Array(weight.length);
    for (let i = 0; i < found.length; i++)
      found[i] = isRepeated(i) ? found[i - 1]! : of(model.customer(frequency[i]!, recency[i]!, age[i]!));
    return found;
  };
  const { holdoutLength } = split;
  return { frequency, holdoutFrequency, weight, customers: sum(weight), holdoutLength, timeUnit, figures };
}

function checkHoldout(metric: string, split: HoldoutHistories, isDiscrete: boolean): void {
  const { frequency, holdoutFrequency, holdoutLength } = split;
  if (isDiscrete) checkLeast(metric, 'split.holdoutLength', holdoutLength, 1);
  else checkPositive(metric, 'split.holdoutLength', holdoutLength);
  checkColumn(metric, ['split', 'holdoutFrequency'], holdoutFrequency, frequency);
  checkCounts(metric, ['split', 'holdoutFrequency'], holdoutFrequency);
  if (!isDiscrete) return;
  // One opportunity holds one purchase.
  for (let i = 0; i < holdoutFrequency.length; i++)
    if (holdoutFrequency[i]! > holdoutLength)
      refuse(
        'above-limit',
        metric,
        ['split', 'holdoutFrequency', i],
        `at most "holdoutLength" (${holdoutLength})`,
        holdoutFrequency[i],
      );
}

/** The sum of a figure over the customers of the rows from `start` up to `end`. */
export function totalOf(figures: Float64Array, weight: Float64Array, start = 0, end: number = weight.length): number {
  const products = new Float64Array(end - start);
  for (let i = start; i < end; i++) products[i - start] = figures[i]! * weight[i]!;
  return sum(products);
}
