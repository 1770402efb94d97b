import { checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import type { SpendHistories } from './purchaseTypes.ts';
import { readSpendPairs } from './readSpendPairs.ts';

/** How frequency and mean spend go together, and what that does to models that take them as independent. */
export interface SpendFrequencyCorrelation extends Interval {
  /** Pearson's correlation, -1 to 1. */
  readonly estimate: number;
  /** How many customers with repeats it is of. */
  readonly customers: number;
  /** A sentence where the interval leaves out 0, which says what is to be expected; else empty. */
  readonly warning: string;
  /** The level of the interval. */
  readonly level: number;
  /** How the interval was found. */
  readonly method: 'fisher';
}

const METRIC = 'spendFrequencyCorrelation';

const MORE =
  'Customers who buy more often spend more per purchase: a model that takes the two as independent values frequent customers too low and rare ones too high';
const LESS =
  'Customers who buy more often spend less per purchase: a model that takes the two as independent values frequent customers too high and rare ones too low';

/**
 * Correlation of frequency and mean spend among customers with repeats, with Fisher's interval: the check to make before
 * expected purchases are multiplied by expected spend.
 *
 * sum of w (x - mean of x) (m - mean of m) / sqrt(sum of w (x - mean of x)^2 x sum of w (m - mean of m)^2)
 *
 * with frequency x, mean spend m and weight w. The interval is tanh(atanh(estimate) +- z / sqrt(customers - 3)). It holds
 * well for many customers, and less well for few of very unequal frequency, since it takes both figures as normal.
 *
 * The interval of many customers leaves out 0 for a correlation too weak to matter: of one below 0.2 or so the warning
 * can be noted and passed over.
 *
 * @param histories - columns of frequency and mean spend, as `purchaseSummary` has them; entries of frequency 0 do not count
 * @param options - level
 * @returns estimate, ends, number of customers, and a warning where there is something to be warned of
 * @unit correlation
 * @range -1..1
 * @undefinedWhen all frequencies or all mean spends are equal, none are there, or one is NaN (estimate and ends NaN); there
 * are at most three customers (ends NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `not-an-option`,
 * `unknown-option`
 * @example
 * const correlation = spendFrequencyCorrelation({
 *   frequency: [1, 2, 3, 4, 5],
 *   meanSpend: [20, 30, 10, 50, 40],
 * });
 * correlation.estimate // 0.6
 * correlation.lower // -0.599749…
 * correlation.upper // 0.969207…
 * correlation.warning // ''
 * @reference Fisher (1921), On the "probable error" of a coefficient of correlation deduced from a small sample
 */
export function spendFrequencyCorrelation(
  histories: SpendHistories,
  options: LevelOptions = {},
): SpendFrequencyCorrelation {
  const { frequency, meanSpend, weight } = readSpendPairs(METRIC, histories);
  checkOptions(METRIC, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  const customers = sum(weight);
  const estimate = correlation(
    deviations(frequency, weight, customers),
    deviations(meanSpend, weight, customers),
    weight,
  );
  const reach = customers > 3 ? levelDeviate(level) / Math.sqrt(customers - 3) : Number.NaN;
  const lower = Math.tanh(Math.atanh(estimate) - reach);
  const upper = Math.tanh(Math.atanh(estimate) + reach);
  return { estimate, lower, upper, customers, warning: warningOf(lower, upper), level, method: 'fisher' };
}

function warningOf(lower: number, upper: number): string {
  if (lower > 0) return MORE;
  return upper < 0 ? LESS : '';
}

/** How far values lie from their mean, the furthest by 1 to 2 so that no square overflows; NaN where all are equal. */
function deviations(values: Float64Array, weight: Float64Array, count: number): Float64Array {
  // Twice: the first mean is rounded, and beside a small spread, or none, that shows.
  const apart = centred(centred(scaled(values, binary(most(values))), weight, count), weight, count);
  return scaled(apart, binary(Math.max(most(apart), most(scaled(apart, -1)))));
}

/** A power of two near a number, 0 for 0: to divide by it rounds nothing. */
function binary(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

function centred(values: Float64Array, weight: Float64Array, count: number): Float64Array {
  const centre = sum(products(values, weight)) / count;
  const apart = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) apart[i] = values[i]! - centre;
  return apart;
}

function scaled(values: Float64Array, divisor: number): Float64Array {
  const parts = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) parts[i] = values[i]! / divisor;
  return parts;
}

function products(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length);
  for (let i = 0; i < one.length; i++) both[i] = one[i]! * other[i]!;
  return both;
}

function most(values: Float64Array): number {
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) highest = Math.max(highest, values[i]!);
  return highest;
}

function correlation(one: Float64Array, other: Float64Array, weight: Float64Array): number {
  const weighted = products(one, weight);
  const spread = Math.sqrt(sum(products(weighted, one)) * sum(products(products(other, weight), other)));
  // Rounding may carry it a little beyond its ends.
  return Math.max(-1, Math.min(1, ratio(sum(products(weighted, other)), spread)));
}
